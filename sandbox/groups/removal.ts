import { invalidParameter, parameterRequired, rejection } from '../graph/errors';
import type { Customer, Group } from '../world/directory';
import type { World } from '../world/world';
import { idsOf, publishGroup } from './events';
import { errorObject, MAX_PARTICIPANTS, PARTIAL } from './rules';

interface Entry {
	input: string;
	customer?: Customer;
}

/** `DELETE /{group}/participants`: the result comes by webhook; who was removed cannot join again. */
export function removeParticipants(world: World, group: Group, list: unknown): unknown {
	const entries = entriesOf(world, list);
	const isIn = ({ customer }: Entry) =>
		customer !== undefined && group.participants.includes(customer.waId);
	const [removed, failed] = [entries.filter(isIn), entries.filter((entry) => !isIn(entry))];
	if (removed.length === 0) {
		throw rejection(131212, 'Participant is not a part of the group.');
	}
	for (const { customer } of removed) if (customer) group.removed.add(customer.waId);
	group.participants = group.participants.filter((waId) => !group.removed.has(waId));
	const requestId = world.ids.trace();
	publishGroup(world, 'group_participants_update', group, {
		type: 'group_participants_remove',
		request_id: requestId,
		initiated_by: 'business',
		removed_participants: removed.map(({ input, customer }) => ({
			input,
			...(customer && idsOf(world, group, customer)),
		})),
		...(failed.length > 0 && {
			failed_participants: failed.map(({ input }) => ({
				input,
				errors: [
					errorObject(
						131212,
						'Participant is not a part of the group',
						'Participant is not a part of the group.',
					),
				],
			})),
			errors: [PARTIAL],
		}),
	});
	return { messaging_product: 'whatsapp', request_id: requestId };
}

function entriesOf(world: World, list: unknown): Entry[] {
	if (list === undefined) throw parameterRequired('participants');
	if (!Array.isArray(list) || list.length === 0) {
		throw invalidParameter('Param participants must be a non-empty array.');
	}
	if (list.length > MAX_PARTICIPANTS) {
		throw rejection(131204, `At most ${MAX_PARTICIPANTS} participants can be removed at a time.`);
	}
	const entries = list.map((entry) => entryOf(world, entry));
	const people = entries.map(({ input, customer }) => customer?.waId ?? input);
	if (new Set(people).size < people.length) {
		throw rejection(131202, 'Duplicate participants in the participant array input.');
	}
	return entries;
}

function entryOf(world: World, entry: unknown): Entry {
	const { user, user_id: userId, ...rest } = (entry ?? {}) as Record<string, unknown>;
	const input = user ?? userId;
	if (typeof input !== 'string' || input === '' || Object.keys(rest).length > 0) {
		throw invalidParameter('Every entry of participants needs a user or a user_id.');
	}
	if (user !== undefined && userId !== undefined) {
		throw invalidParameter('An entry of participants has either a user or a user_id.');
	}
	const { directory } = world;
	const customer =
		user === undefined
			? directory.findCustomerByUserId(input)
			: directory.customers.get(input.replace(/\D/g, ''));
	return { input, ...(customer && { customer }) };
}
