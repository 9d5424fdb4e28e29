import { changeNumber } from '../messages/incoming';
import { ControlError } from './controlError';
import { deliver, readNow } from '../messages/statusFlow';
import { publishPreference } from '../messages/preferences';
import type { Customer } from '../world/directory';
import { addCustomer } from '../world/populate';
import type { World } from '../world/world';
import type { Call } from './call';
import type { CustomerSettings } from './types';
import { customerView } from './views';

const SETTINGS = [
	'autoRead',
	'online',
	'readReceipts',
	'blockedBusiness',
	'notOnWhatsApp',
	'stoppedMarketing',
	'hidesPhoneNumber',
] as const;

/** Finds the customer of a control call. Throws ControlError (404). */
export function customerNamed(world: World, reference: string | undefined): Customer {
	const found =
		reference === undefined
			? [...world.directory.customers.values()][0]
			: world.directory.findCustomer(reference);
	if (!found) throw new ControlError(`There is no customer ${reference ?? ''}`, 404);
	return found;
}

/** Control calls that add and change customers. */
export function customerRoutes(call: Call, world: World): void {
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
			if (!waId) throw new ControlError('waId is required');
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
			return published(world, customer);
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
			return published(world, customer);
		},
	);
	call('POST', '/customers/:customer/number', ({ waId }: { waId: string }, params) =>
		published(
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
			else customer.lastIncoming.set(numberId, 0);
			return published(world, customer);
		},
	);
}

function published(world: World, customer: Customer) {
	const view = customerView(world, customer);
	world.bus.emit(() => ({ type: 'customer', customer: view }));
	return view;
}

/** Changes settings. A customer who comes back online gets the waiting messages. */
function apply(world: World, customer: Customer, input: Partial<CustomerSettings>): void {
	const { settings } = customer;
	const wasReachable = settings.online && !settings.blockedBusiness;
	const hadStopped = settings.stoppedMarketing;
	for (const name of SETTINGS) {
		const value = input[name];
		if (value !== undefined) settings[name] = value;
	}
	if (settings.stoppedMarketing !== hadStopped) publishPreference(world, customer);
	if (wasReachable || !settings.online || settings.blockedBusiness) return;
	for (const view of world.messages.list({ customer: customer.waId, direction: 'outgoing' })) {
		const message = world.messages.find(view.id);
		if (view.status !== 'sent' || !message || message.onlySent) continue;
		if (deliver(world, message) && settings.autoRead) readNow(world, message);
	}
}
