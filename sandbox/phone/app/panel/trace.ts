import type { DeliveryView, Json, MessageView, RequestView } from '../../../control/types';
import { at, textAt } from '../../parts/json';

/** Deliveries that contain the message, its statuses, or replies to it. */
export const deliveriesOf = (message: MessageView, deliveries: DeliveryView[]) =>
	deliveries.filter(({ payload }) => JSON.stringify(payload).includes(JSON.stringify(message.id)));

/** JSON with sorted keys, to compare by value. */
function stable(value: Json | undefined): string {
	return JSON.stringify(value, (_key, inner: Json) =>
		inner !== null && typeof inner === 'object' && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}

/**
 * The Graph request that sent a message. Requests carry no wamid, so it is the request with the
 * same content closest in time.
 */
export function requestOf(message: MessageView, requests: RequestView[]): RequestView | undefined {
	if (message.direction === 'incoming') return undefined;
	const content = stable(message.content);
	return requests
		.filter(
			({ method, path, body }) =>
				method === 'POST' &&
				path.startsWith(`/${message.phoneNumberId}/`) &&
				(textAt(body, 'type') || 'text') === message.type &&
				stable(at(body, message.type)) === content,
		)
		.sort((a, b) => Math.abs(a.at - message.timestamp) - Math.abs(b.at - message.timestamp))
		.at(0);
}

/** The "mark as read" and typing requests for a message. */
export const readRequestsOf = (message: MessageView, requests: RequestView[]) =>
	requests.filter(
		({ body }) => textAt(body, 'status') === 'read' && textAt(body, 'message_id') === message.id,
	);
