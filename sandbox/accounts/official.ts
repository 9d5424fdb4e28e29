import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import { BUSINESS_ACCOUNT, PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import { addNumber } from '../world/populate';
import type { World } from '../world/world';
import { states } from './states';

const MESSAGES: Record<string, string> = {
	NOT_STARTED: 'No application as Official Business Account has been submitted',
	PENDING: 'Your Official Business Account application is under review',
	APPROVED: 'Your Official Business Account has been approved',
	REJECTED:
		'Your Official Business Account application was rejected. Please review the requirements and reapply.',
	CANCELLED: 'Official Business Account application has been cancelled',
};
const FIELDS = ['oba_status', 'status_message'];
/** Phone numbers of a business portfolio before Meta raises the limit. */
const MAX_NUMBERS = 20;

/** The status as Official Business Account, and adding a phone number. */
export function officialRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(PHONE_NUMBER, 'GET', 'official_business_account', (number, { params }) => {
		const asked = typeof params.fields === 'string' ? params.fields.split(',') : FIELDS;
		const unknown = asked.find((field) => !FIELDS.includes(field));
		if (unknown !== undefined) {
			throw invalidParameter(
				`Tried accessing nonexisting field (${unknown}) on node type (OfficialBusinessAccount)`,
			);
		}
		const status = statusOf(world, number);
		const all: Record<string, string> = { oba_status: status, status_message: MESSAGES[status] };
		return Object.fromEntries(asked.map((field) => [field, all[field]]));
	});
	graph.edge(BUSINESS_ACCOUNT, 'POST', 'phone_numbers', (account, { params }) => {
		const { cc, phone_number: phone, verified_name: name } = params;
		for (const [key, value] of Object.entries({ cc, phone_number: phone, verified_name: name })) {
			if (value === undefined || value === '') throw parameterRequired(key);
		}
		const code = String(cc);
		const digits = String(phone).replace(/[\s()\-.]/g, '');
		if (!/^[1-9]\d{0,2}$/.test(code)) {
			throw invalidParameter('Param cc must be a country calling code without "+".');
		}
		if (!/^\d{4,14}$/.test(digits) || code.length + digits.length > 15) {
			throw invalidParameter(
				'Param phone_number must be a phone number without the country calling code.',
			);
		}
		if (typeof name !== 'string' || name.trim().length < 3) {
			throw invalidParameter('Param verified_name must be at least 3 characters long.');
		}
		checkFree(world, `${code}${digits}`);
		const number = addNumber(world, {
			id: world.ids.object(4),
			businessAccountId: account.id,
			displayPhoneNumber: `+${code} ${digits}`,
			verifiedName: name.trim(),
		});
		number.registered = false;
		Object.assign(world.use(states).ofNumber(number), {
			codeVerification: 'NOT_VERIFIED',
			nameStatus: 'PENDING_REVIEW',
		});
		world.bus.emit(() => ({ type: 'state' }));
		return { id: number.id };
	});
}

function statusOf(world: World, number: PhoneNumber): string {
	const { official, obaStatus } = world.use(states).ofNumber(number);
	return official ? 'APPROVED' : obaStatus;
}

function checkFree(world: World, digits: string): void {
	const numbers = [...world.directory.numbers.values()];
	if (numbers.some((number) => number.digits === digits)) {
		throw new GraphError({
			code: 100,
			message: 'Invalid parameter',
			userTitle: 'Phone number already exists',
			userMessage: 'This phone number is already part of a WhatsApp Business Account.',
		});
	}
	if (numbers.length < MAX_NUMBERS) return;
	throw new GraphError({
		code: 100,
		message: 'Invalid parameter',
		userTitle: 'Phone number limit reached',
		userMessage: `A business portfolio can have up to ${MAX_NUMBERS} phone numbers.`,
	});
}
