import { ControlError } from '../messages/incomingBody';
import { changeNumber } from '../messages/incoming';
import { deliver, readNow } from '../messages/ladder';
import { tellPreference } from '../messages/preferences';
import type { Customer } from '../world/directory';
import { addAccount, addApp, addCustomer, addNumber } from '../world/populate';
import { ALL_SCOPES } from '../world/tokens';
import type { World } from '../world/world';
import type { Call } from './routes';
import type { CustomerSettings, TokenInput } from './types';
import { customerView, stateView } from './views';

const SETTINGS = [
	'autoRead',
	'online',
	'readReceipts',
	'blockedBusiness',
	'notOnWhatsApp',
	'stoppedMarketing',
	'hidesPhoneNumber',
] as const;

/** The customer that a control call means. */
export function customerNamed(world: World, reference: string | undefined): Customer {
	const found =
		reference === undefined
			? [...world.directory.customers.values()][0]
			: world.directory.findCustomer(reference);
	if (!found) throw new ControlError(`There is no customer ${reference ?? ''}`, 404);
	return found;
}

/** Control calls that add and change apps, accounts, numbers, tokens, customers and groups. */
export function directoryRoutes(call: Call, world: World): void {
	const { ids } = world;
	const changed = () => {
		world.bus.emit(() => ({ type: 'state' }));
		return stateView(world);
	};
	call(
		'POST',
		'/apps',
		(input: {
			id?: string;
			name?: string;
			secret?: string;
			live?: boolean;
			businessId?: string;
		}) => {
			const id = input.id ?? ids.object(1);
			const known = world.directory.apps.get(id);
			if (known) Object.assign(known, input);
			else addApp(world, { name: `App ${id}`, secret: `secret-of-${id}`, ...input, id });
			changed();
			const { name, secret, live, businessId } = world.directory.apps.get(id) ?? {};
			return { id, name, secret, live, businessId };
		},
	);
	call('POST', '/accounts', (input: { id?: string; name?: string; businessId?: string }) => {
		const id = input.id ?? ids.object(3);
		const { name, businessId } = addAccount(world, { name: `Account ${id}`, ...input, id });
		changed();
		return { id, name, businessId };
	});
	call(
		'POST',
		'/numbers',
		(input: {
			id?: string;
			businessAccountId?: string;
			displayPhoneNumber: string;
			verifiedName?: string;
		}) => {
			if (!input.displayPhoneNumber) throw new ControlError('displayPhoneNumber is needed');
			const id = input.id ?? ids.object(4);
			addNumber(world, {
				businessAccountId: world.seed.businessAccountId,
				verifiedName: `Business ${id}`,
				...input,
				id,
			});
			changed();
			return { id };
		},
	);
	call('POST', '/tokens', (input: TokenInput) => {
		const added = world.tokens.add({
			token: input.token ?? `EAASANDBOX${ids.object(9)}`,
			appId: input.appId ?? world.seed.appId,
			userId: '122000000000001',
			type: input.type ?? 'SYSTEM_USER',
			scopes: input.scopes ?? ALL_SCOPES,
			businessAccountIds: input.businessAccountIds ?? null,
			issuedAt: world.clock.now(),
			expiresAt: input.expiresAt ?? 0,
		});
		return { token: added.token };
	});
	call('POST', '/tokens/invalidate', (input: { token: string; subcode?: number }) => {
		const token = world.tokens.find(input.token);
		if (!token) throw new ControlError('There is no such token', 404);
		token.invalidSubcode = input.subcode ?? 467;
	});
	call(
		'POST',
		'/groups',
		(input: { phoneNumberId?: string; subject?: string; participants: string[] }) => {
			const id = `${ids.object(8)}@g.us`;
			const participants = input.participants.map((name) => customerNamed(world, name).waId);
			const group = {
				id,
				phoneNumberId: input.phoneNumberId ?? world.seed.phoneNumberId,
				subject: input.subject ?? 'Group',
				participants,
				pins: new Map<string, number>(),
			};
			world.directory.groups.set(id, group);
			changed();
			return { id, phoneNumberId: group.phoneNumberId, subject: group.subject, participants };
		},
	);

	call(
		'POST',
		'/customers',
		(
			input: {
				waId: string;
				name?: string;
				userId?: string;
				username?: string;
			} & Partial<CustomerSettings>,
		) => {
			const waId = String(input.waId ?? '').replace(/\D/g, '');
			if (!waId) throw new ControlError('waId is needed');
			const { name, userId, username } = input;
			const customer =
				world.directory.customers.get(waId) ??
				addCustomer(world, {
					waId,
					...(name ? { name } : {}),
					...(userId ? { userId } : {}),
					...(username ? { username } : {}),
				});
			apply(world, customer, input);
			return told(world, customer);
		},
	);
	call(
		'PATCH',
		'/customers/:customer',
		(
			input: Partial<CustomerSettings> & {
				name?: string;
				username?: string;
				identityHash?: string;
			},
			params,
		) => {
			const customer = customerNamed(world, params.customer);
			if (input.name !== undefined) customer.name = input.name;
			if (input.username !== undefined) customer.username = input.username || undefined;
			if (input.identityHash !== undefined) customer.identityHash = input.identityHash;
			apply(world, customer, input);
			return told(world, customer);
		},
	);
	call('POST', '/customers/:customer/number', ({ waId }: { waId: string }, params) =>
		told(
			world,
			changeNumber(world, customerNamed(world, params.customer), waId.replace(/\D/g, '')),
		),
	);
	call(
		'POST',
		'/customers/:customer/window',
		(input: { phoneNumberId?: string; open: boolean }, params) => {
			const customer = customerNamed(world, params.customer);
			const numberId = input.phoneNumberId ?? world.seed.phoneNumberId;
			if (input.open) customer.lastIncoming.set(numberId, world.clock.now());
			else customer.lastIncoming.delete(numberId);
			return told(world, customer);
		},
	);
}

function told(world: World, customer: Customer) {
	const view = customerView(customer);
	world.bus.emit(() => ({ type: 'customer', customer: view }));
	return view;
}

/** Changes settings; somebody who comes back online gets what waited. */
function apply(world: World, customer: Customer, input: Partial<CustomerSettings>): void {
	const { settings } = customer;
	const wasReachable = settings.online && !settings.blockedBusiness;
	const hadStopped = settings.stoppedMarketing;
	for (const name of SETTINGS) {
		const value = input[name];
		if (value !== undefined) settings[name] = value;
	}
	if (settings.stoppedMarketing !== hadStopped) tellPreference(world, customer);
	if (wasReachable || !settings.online || settings.blockedBusiness) return;
	for (const view of world.messages.list({ customer: customer.waId, direction: 'outgoing' })) {
		const message = world.messages.find(view.id);
		if (view.status !== 'sent' || !message || message.onlySent) continue;
		if (deliver(world, message) && settings.autoRead) readNow(world, message);
	}
}
