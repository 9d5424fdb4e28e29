import { z } from 'zod/v3';
import { rejection } from '../../graph/errors';
import { messageType } from '../messageType';
import { addIssue } from '../schema';

const MAX_PINNED = 3;

export const pinMessage = messageType<{
	type: string;
	message_id: string;
	expiration_days?: number | string;
}>({
	type: 'pin',
	schema: z
		.object({
			type: z.enum(['pin', 'unpin']),
			message_id: z.string().min(1),
			expiration_days: z
				.union([z.number(), z.string()])
				.superRefine((value, context) => {
					const days = Number(value);
					if (!Number.isInteger(days) || days < 1 || days > 30) {
						addIssue(context, 'must be a whole number from 1 to 30', [], 131009);
					}
				})
				.optional(),
		})
		.strict()
		.superRefine((value, context) => {
			if (value.type === 'pin' && value.expiration_days === undefined) {
				addIssue(context, 'is required for type pin', ['expiration_days'], 131008);
			}
		}),
	inGroups: true,
	onlySent: true,
	check({ type, message_id: id }, { world, groupId }) {
		const group = groupId === undefined ? undefined : world.directory.groups.get(groupId);
		if (!group) throw rejection(131009, 'Messages can only be pinned in groups.');
		const target = world.messages.find(id)?.view;
		if (!target || target.groupId !== group.id || target.revoked) {
			throw rejection(131009, 'The message to pin does not exist in this group.');
		}
		const now = world.clock.now();
		const pinned = [...group.pins].filter(([pin, until]) => until > now && pin !== id);
		if (type === 'pin' && pinned.length >= MAX_PINNED) {
			throw rejection(131009, `At most ${MAX_PINNED} messages can be pinned in a group.`);
		}
	},
});
