import { z } from 'zod/v3';
import { InvalidInputError } from '../errors/cloudApiError';
import { listIn, type GraphApi, type Json } from '../graph';
import { graphId } from '../graphId';
import { check } from '../messages/check';
import { optionalText, requiredText } from '../messages/schema';
import { flag, isoTime, number, record, records, text } from '../webhooks/read';
import { groupIdOf } from './groupId';
import { checkGroupPhoto, groupPhotoForm, type GroupPhoto } from './photo';

/** Limits of Meta's page "Groups API": a group has up to 8 participants, a phone number up to 10,000 groups. */
export const GROUP_LIMITS = {
	subject: 128,
	description: 2048,
	participants: 8,
} as const;

/** `auto_approve`: whoever has the invite link joins; `approval_required`: they send a join request. */
export type JoinApprovalMode = 'auto_approve' | 'approval_required';

export interface NewGroup {
	/** Name of the group, 1 to 128 characters. */
	subject: string;
	/** Up to 2,048 characters. */
	description?: string;
	joinApprovalMode?: JoinApprovalMode;
}

export interface GroupSummary {
	groupId: string;
	subject?: string;
	/** ISO 8601. */
	createdAt?: string;
}

export interface Group extends GroupSummary {
	description?: string;
	joinApprovalMode?: string;
	/** Whether Meta has suspended the group because of a policy violation. */
	suspended?: boolean;
	/** Without the business. */
	participants: Array<{ waId?: string; userId?: string }>;
	participantCount?: number;
	/** Meta's answer. */
	raw: Json;
}

const newGroup = z.object({
	subject: requiredText('The subject', GROUP_LIMITS.subject),
	description: optionalText('The description', GROUP_LIMITS.description),
	joinApprovalMode: z.enum(['auto_approve', 'approval_required']).optional(),
});

/**
 * Requests a group. Meta creates it in the background: the webhook field `group_lifecycle_update` brings its
 * ID and invite link, with the same request ID.
 *
 * @throws InvalidInputError when a text is missing or too long; GraphError 131211 at 10,000 groups, 131215
 * when the phone number cannot use groups
 */
export async function createGroup(
	graph: GraphApi,
	phoneNumberId: string,
	group: NewGroup,
): Promise<{ requestId?: string }> {
	const { subject, description, joinApprovalMode } = check(newGroup, group);
	const answer = await graph.post(edge(phoneNumberId), {
		messaging_product: 'whatsapp',
		subject,
		...(description && { description }),
		...(joinApprovalMode && { join_approval_mode: joinApprovalMode }),
	});
	return { requestId: text(answer.request_id) };
}

/**
 * The active groups of a phone number, page by page up to the limit.
 *
 * @throws UnexpectedAnswerError when an answer contains no list
 */
export async function listGroups(
	graph: GraphApi,
	phoneNumberId: string,
	limit = Infinity,
): Promise<GroupSummary[]> {
	const groups: GroupSummary[] = [];
	let after: string | undefined;
	do {
		const path = edge(phoneNumberId);
		const answer = await graph.get(path, {
			limit: Math.min(limit - groups.length, PAGE_SIZE),
			after,
		});
		const { page, next } = readPage(answer, path);
		groups.push(...page);
		after = next === after || page.length === 0 ? undefined : next;
	} while (after !== undefined && groups.length < limit);
	return groups.slice(0, limit);
}

/** Meta returns up to 1,024 groups for each request. */
const PAGE_SIZE = 100;

const FIELDS =
	'id,subject,description,join_approval_mode,suspended,creation_timestamp,participants,total_participant_count';

export async function getGroup(graph: GraphApi, groupId: string): Promise<Group> {
	const raw = await graph.get(groupIdOf(groupId), { fields: FIELDS });
	return {
		groupId: text(raw.id) ?? groupId.trim(),
		subject: text(raw.subject),
		description: text(raw.description),
		joinApprovalMode: text(raw.join_approval_mode),
		suspended: flag(raw.suspended),
		createdAt: isoTime(raw.creation_timestamp),
		participants: records(raw.participants).map((participant) => ({
			waId: text(participant.wa_id),
			userId: text(participant.user_id),
		})),
		participantCount: number(raw.total_participant_count),
		raw,
	};
}

export interface GroupChanges {
	/** 1 to 128 characters. */
	subject?: string;
	/** Up to 2,048 characters; empty removes it. */
	description?: string;
	/** JPEG, square, at least 192 × 192 pixels, up to 5 MB. */
	photo?: GroupPhoto;
}

const changedTexts = z.object({
	subject: requiredText('The subject', GROUP_LIMITS.subject).optional(),
	description: z.string().optional(),
});

/**
 * Requests changes of a group; the webhook field `group_settings_update` says which of them succeeded.
 *
 * @throws InvalidInputError when nothing is to be changed, or a text or the photo exceeds a limit
 */
export async function updateGroup(
	graph: GraphApi,
	groupId: string,
	{ photo, ...texts }: GroupChanges,
): Promise<void> {
	const path = groupIdOf(groupId);
	const { subject, description } = check(changedTexts, texts);
	if (description) check(newGroup.pick({ description: true }), { description });
	if (photo) checkGroupPhoto(photo.content);
	const changesText = subject !== undefined || description !== undefined;
	if (!changesText && !photo) {
		throw new InvalidInputError('changes', 'No change is added', 'Add at least one change.');
	}
	if (changesText) {
		await graph.post(path, {
			messaging_product: 'whatsapp',
			...(subject !== undefined && { subject }),
			...(description !== undefined && { description }),
		});
	}
	if (photo) await graph.post(path, groupPhotoForm(photo));
}

/** Deletes a group and removes everybody from it. */
export async function deleteGroup(graph: GraphApi, groupId: string): Promise<void> {
	await graph.delete(groupIdOf(groupId));
}

/** Meta documents `data.groups`; a plain list is read too. */
function readPage(answer: Json, path: string): { page: GroupSummary[]; next?: string } {
	const groups = Array.isArray(answer.data) ? answer.data : record(answer.data).groups;
	const { cursors, next } = record(answer.paging);
	return {
		page: listIn(answer, groups, path).map((group) => ({
			groupId: text(group.id) ?? '',
			subject: text(group.subject),
			createdAt: isoTime(group.created_at),
		})),
		next: next === undefined ? undefined : text(record(cursors).after),
	};
}

function edge(phoneNumberId: string): string {
	return `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/groups`;
}
