import { GraphAnswer } from '../graph/answer';
import { paginate } from '../graph/paging';
import type { GraphRequest } from '../graph/request';
import type { Group } from '../world/directory';
import type { World } from '../world/world';
import { idsOf } from './events';
import { add } from './members';
import {
	errorObject,
	joinRequestsOf,
	MAX_PARTICIPANTS,
	PARTIAL,
	unknownJoinRequest,
} from './rules';

/** `GET /{group}/join_requests`, oldest first. */
export function listJoinRequests(world: World, group: Group, request: GraphRequest): unknown {
	const { data, ...rest } = paginate([...group.joinRequests], request, ([id]) => id);
	return {
		data: data.map(([id, { waId, createdAt }]) => {
			const customer = world.directory.customers.get(waId);
			return {
				join_request_id: id,
				...(customer && idsOf(world, group, customer)),
				creation_timestamp: Math.floor(createdAt / 1000),
			};
		}),
		...rest,
	};
}

/** Approves requests. Those that fail make the answer a partial success (131201, HTTP 206). */
export function approve(world: World, group: Group, ids: unknown): unknown {
	return answer('approved_join_requests', joinRequestsOf(ids), (id) => {
		const request = group.joinRequests.get(id);
		const customer = request && world.directory.customers.get(request.waId);
		if (!customer) return UNKNOWN;
		if (group.participants.length >= MAX_PARTICIPANTS) return FULL;
		group.joinRequests.delete(id);
		add(world, group, customer);
		return undefined;
	});
}

/** Rejects requests. No webhook. */
export function reject(world: World, group: Group, ids: unknown): unknown {
	const result = answer('rejected_join_requests', joinRequestsOf(ids), (id) =>
		group.joinRequests.delete(id) ? undefined : UNKNOWN,
	);
	world.bus.emit(() => ({ type: 'state' }));
	return result;
}

const UNKNOWN = errorObject(
	131213,
	'Group join request does not exist',
	'Group join request does not exist.',
);
const FULL = errorObject(131204, 'Participant overlimit', 'Group participant size exceeds limit.');

function answer(name: string, ids: string[], act: (id: string) => object | undefined): unknown {
	const results = ids.map((id) => ({ id, failure: act(id) }));
	const failed = results.filter(({ failure }) => failure !== undefined);
	if (failed.length === ids.length && failed.every(({ failure }) => failure === UNKNOWN)) {
		throw unknownJoinRequest();
	}
	const body = {
		messaging_product: 'whatsapp',
		[name]: results.filter(({ failure }) => failure === undefined).map(({ id }) => id),
	};
	if (failed.length === 0) return body;
	return new GraphAnswer(
		{
			...body,
			failed_join_requests: failed.map(({ id, failure }) => ({
				join_request_id: id,
				errors: [failure],
			})),
			errors: [PARTIAL],
		},
		206,
	);
}
