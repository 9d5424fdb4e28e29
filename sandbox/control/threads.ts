import { ownerOf, ownRole, publishHandover, ROLES, setOwner } from '../threads/threads';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import { customerNamed } from './customers';
import type { HandoverInput } from './types';

/** Control calls that play the other responders of Conversation Routing. */
export function threadControls(call: Call, world: World): void {
	const find = (id = world.seed.phoneNumberId) => {
		const number = world.directory.numbers.get(id);
		if (!number) throw new ControlError(`There is no phone number ${id}`, 404);
		return number;
	};
	call('GET', '/threads', (input: { phoneNumberId?: string; customer: string }) => ({
		owner: ownerOf(world, find(input.phoneNumberId), customerNamed(world, input.customer)) ?? null,
	}));
	call('POST', '/threads', (input: HandoverInput) => {
		const number = find(input.phoneNumberId);
		const customer = customerNamed(world, input.customer);
		const own = ownRole(world, number);
		if (own === undefined) throw new ControlError('Set the routingRole of the number first', 409);
		if (!ROLES.includes(input.role)) throw new ControlError(`There is no role ${input.role}`);
		const passed = input.type === 'control_passed';
		setOwner(world, number, customer, passed ? own : input.role);
		publishHandover(world, number, customer, input.type, {
			previous_owner_role: passed ? input.role : own,
			new_owner_role: passed ? own : input.role,
			...(input.metadata !== undefined && { metadata: input.metadata }),
			...(passed &&
				input.summary !== undefined && {
					conversation_context: { type: 'summary', summary: { text: input.summary } },
				}),
		});
	});
}
