import { InvalidInputError } from '../errors/cloudApiError';
import { readEnvelope } from '../errors/envelope';
import { explain } from '../errors/explain';
import type { GraphApi, Json, PageOptions } from '../graph';
import { isoTime, record, records, text } from '../webhooks/read';
import { groupIdOf } from './groupId';

/** Somebody who asked to join a group with the join approval mode `approval_required`. */
export interface JoinRequest {
	joinRequestId: string;
	waId?: string;
	userId?: string;
	/** ISO 8601. */
	createdAt?: string;
}

/** What Meta did with one join request. */
export interface JoinRequestOutcome {
	joinRequestId: string;
	success: boolean;
	code?: number;
	reason?: string;
	fix?: string;
}

export async function listJoinRequests(
	graph: GraphApi,
	groupId: string,
	page: PageOptions = {},
): Promise<JoinRequest[]> {
	const requests = await graph.list<Json>(edge(groupId), {}, page);
	return requests.map((request) => ({
		joinRequestId: text(request.join_request_id) ?? '',
		waId: text(request.wa_id),
		userId: text(request.user_id),
		createdAt: isoTime(request.creation_timestamp),
	}));
}

/**
 * Approves or rejects join requests; returns one outcome for each, in the given order.
 *
 * @throws InvalidInputError when there is no ID
 */
export async function answerJoinRequests(
	graph: GraphApi,
	groupId: string,
	joinRequestIds: string[],
	approve: boolean,
): Promise<JoinRequestOutcome[]> {
	const path = edge(groupId);
	const ids = [...new Set(joinRequestIds.map((id) => id.trim()).filter(Boolean))];
	if (ids.length === 0) {
		throw new InvalidInputError(
			'joinRequestIds',
			'No join request ID is entered',
			'Enter at least one. The trigger returns it as "joinRequestId", and so does Group → Get Join Requests.',
		);
	}
	const { body } = await graph.request(approve ? 'POST' : 'DELETE', path, {
		body: { messaging_product: 'whatsapp', join_requests: ids },
		accept: ({ body: answer }) => answered(record(answer)) !== undefined,
	});
	const answer = record(body);
	const done = answered(answer) ?? [];
	const failed = records(answer.failed_join_requests);
	return ids.map((joinRequestId) => {
		const failure = failed.find((entry) => text(entry.join_request_id) === joinRequestId);
		if (!failure && done.includes(joinRequestId)) return { joinRequestId, success: true };
		return { joinRequestId, success: false, ...why(records(failure?.errors)[0]) };
	});
}

function answered(answer: Json): unknown[] | undefined {
	const list = answer.approved_join_requests ?? answer.rejected_join_requests;
	if (Array.isArray(list)) return list;
	return Array.isArray(answer.failed_join_requests) ? [] : undefined;
}

function why(error: Json | undefined): Pick<JoinRequestOutcome, 'code' | 'reason' | 'fix'> {
	if (!error) return { reason: 'Meta returned no result for this join request' };
	const { code, message, details } = readEnvelope({ error });
	const { title, fix } = explain({ code, message, details });
	return { code, reason: title, fix };
}

function edge(groupId: string): string {
	return `${groupIdOf(groupId)}/join_requests`;
}
