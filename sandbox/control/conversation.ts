import { ControlError } from './controlError';
import { targetOf } from '../messages/incomingBody';
import { receive } from '../messages/incoming';
import { readNow } from '../messages/statusFlow';
import { setStatus, webhookError } from '../messages/statuses';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { customerNamed } from './customers';
import type { Call } from './call';
import type { IncomingInput, MessageQuery, MessageStatus } from './types';

function numberNamed(world: World, id: string | undefined): PhoneNumber {
	const number = world.directory.numbers.get(id ?? world.seed.phoneNumberId);
	if (!number) throw new ControlError(`There is no phone number ${id ?? ''}`, 404);
	return number;
}

/** Control calls for conversations: send as a customer, read, list messages, set a status. */
export function conversationRoutes(call: Call, world: World): void {
	call(
		'POST',
		'/customers/:customer/messages',
		async (input: IncomingInput, params) =>
			await receive(
				world,
				numberNamed(world, input.phoneNumberId),
				customerNamed(world, params.customer),
				input,
			),
	);
	call(
		'POST',
		'/customers/:customer/read',
		(input: { phoneNumberId?: string; messageId?: string }, params) => {
			const customer = customerNamed(world, params.customer);
			const number = numberNamed(world, input.phoneNumberId);
			const upTo = input.messageId ? targetOf(world, input.messageId).view.timestamp : Infinity;
			let read = 0;
			for (const view of world.messages.list({
				phoneNumberId: number.id,
				customer: customer.waId,
				direction: 'outgoing',
			})) {
				const message = world.messages.find(view.id);
				if (!message || message.onlySent || view.timestamp > upTo) continue;
				if (view.status !== 'delivered' && view.status !== 'sent') continue;
				readNow(world, message);
				read += 1;
			}
			return { read };
		},
	);
	call('GET', '/messages', (query: Record<string, string>) => {
		const { phoneNumberId, customer, direction, limit } = query;
		const filter: MessageQuery = {
			phoneNumberId,
			customer:
				customer === undefined
					? undefined
					: (world.directory.findCustomer(customer)?.waId ?? customer),
			direction: direction as MessageQuery['direction'],
			...(limit === undefined ? {} : { limit: Number(limit) }),
		};
		return world.messages.list(filter);
	});
	call('GET', '/messages/:id', (_input, params) => targetOf(world, params.id).view);
	call(
		'POST',
		'/messages/:id/status',
		(input: { status: MessageStatus; code?: number; details?: string }, params) => {
			const message = targetOf(world, params.id);
			setStatus(
				world,
				message,
				input.status,
				input.code === undefined ? undefined : [webhookError(input.code, input.details ?? '')],
			);
			return message.view;
		},
	);
}
