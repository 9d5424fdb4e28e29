import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { states } from './states';

const ACTIONS = ['none', 'force_transfer'];
/** Lowercase letters, digits, periods, and underscores; at least one letter. */
const FORMAT = /^(?=.*[a-z])[a-z0-9_](?:\.?[a-z0-9_])*$/;

function rejected(code: number, message: string): GraphError {
	return new GraphError({ code, message: `(#${code}) ${message}` });
}

/** The username of a business phone number, and suggestions for one. */
export function usernameRoutes({ graph }: SandboxApp, world: World): void {
	const state = (number: PhoneNumber) => world.use(states).ofNumber(number);

	graph.edge(PHONE_NUMBER, 'GET', 'username', (number) => {
		const { username } = state(number);
		return username === undefined ? {} : { username, status: 'approved' };
	});
	graph.edge(PHONE_NUMBER, 'POST', 'username', (number, { params }) => {
		const { username, transfer_action: action = 'none' } = params;
		if (username === undefined || username === '') throw parameterRequired('username');
		if (typeof username !== 'string') throw invalidParameter('Param username must be a string.');
		if (!ACTIONS.includes(action as string)) {
			throw invalidParameter(`Param transfer_action must be one of {${ACTIONS.join(', ')}}.`);
		}
		checkFormat(username);
		if (!number.registered) {
			throw rejected(147003, 'The phone number must be registered before it can have a username.');
		}
		const owner = ownerOf(world, number, username);
		if (owner && action !== 'force_transfer') {
			throw rejected(
				147005,
				'The username is in use by another phone number of your business portfolio. Set transfer_action to force_transfer to move it.',
			);
		}
		if (owner) remove(world, owner);
		state(number).username = username;
		announce(world, number, username, 'approved');
		return { status: 'approved' };
	});
	graph.edge(PHONE_NUMBER, 'DELETE', 'username', (number) => {
		if (state(number).username === undefined) {
			throw rejected(147004, 'The phone number has no username.');
		}
		remove(world, number);
		return { success: true };
	});
	graph.edge(PHONE_NUMBER, 'GET', 'username_suggestions', (number) => {
		const base = number.verifiedName.toLowerCase().replace(/[^a-z0-9]+/g, '.');
		const plain = base.replace(/^\.|\.$/g, '') || 'business';
		return {
			data: [
				{
					username_suggestions: [plain, `${plain}.official`, plain.replace(/\./g, '_')].filter(
						(name, index, all) => all.indexOf(name) === index && !isTaken(world, name),
					),
				},
			],
		};
	});
}

function checkFormat(username: string): void {
	if (username.length < 3 || username.length > 35 || !FORMAT.test(username)) {
		throw rejected(
			147001,
			'The username must have 3 to 35 lowercase letters, digits, periods, and underscores, and at least one letter. Periods stand alone and not at the start or end.',
		);
	}
	if (/^www\.|\.(com|org|net|int|edu|gov|mil)$|whatsapp/.test(username)) {
		throw rejected(147001, 'The username must not look like an address or contain WhatsApp.');
	}
}

/** Another number of the portfolio with this username. Throws 147002 if somebody else has it. */
function ownerOf(world: World, number: PhoneNumber, username: string): PhoneNumber | undefined {
	const { directory } = world;
	const holder = [...directory.numbers.values()].find(
		(other) => other !== number && world.use(states).ofNumber(other).username === username,
	);
	const taken = [...directory.customers.values()].some((person) => person.username === username);
	const businessOf = (other: PhoneNumber) => directory.accountOf(other).businessId;
	if (taken || (holder && businessOf(holder) !== businessOf(number))) {
		throw rejected(147002, 'The username is not available.');
	}
	return holder;
}

function isTaken(world: World, username: string): boolean {
	const { numbers, customers } = world.directory;
	return (
		[...numbers.values()].some(
			(number) => world.use(states).ofNumber(number).username === username,
		) || [...customers.values()].some((person) => person.username === username)
	);
}

function remove(world: World, number: PhoneNumber): void {
	const state = world.use(states).ofNumber(number);
	const { username } = state;
	state.username = undefined;
	if (username !== undefined) announce(world, number, username, 'deleted');
}

function announce(world: World, number: PhoneNumber, username: string, status: string): void {
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: 'business_username_updates',
		value: { display_phone_number: number.digits, username, status },
	});
}
