import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { number, text } from '../webhooks/read';

/** Meta accepts up to 1,000 events in one request, and rejects all of them when one is invalid. */
export const MAX_EVENTS = 1000;

export interface SendEventsOptions {
	/** Name of the partner that sends the events, for Meta's statistics. */
	partnerAgent?: string;
	/** From Events Manager → Test events; such events are shown there and not attributed. */
	testEventCode?: string;
}

export interface EventsReceived {
	eventsReceived?: number;
	fbtraceId?: string;
	messages: unknown[];
}

/**
 * Reports conversions to a dataset.
 *
 * @param events up to 1,000 bodies made by `eventBody`
 * @throws GraphError with subcode 2804066 for an event name that Meta does not accept
 */
export async function sendEvents(
	graph: GraphApi,
	datasetId: string,
	events: Json[],
	{ partnerAgent, testEventCode }: SendEventsOptions = {},
): Promise<EventsReceived> {
	const answer = await graph.post(
		`${graphId(datasetId, 'datasetId', 'The dataset ID')}/events`,
		{
			data: events,
			...(partnerAgent && { partner_agent: partnerAgent }),
			...(testEventCode && { test_event_code: testEventCode }),
		},
		// Meta counts events with the same ID once; those without one could be counted twice.
		{ idempotent: events.every(({ event_id: id }) => id !== undefined) },
	);
	return {
		eventsReceived: number(answer.events_received),
		fbtraceId: text(answer.fbtrace_id),
		messages: Array.isArray(answer.messages) ? answer.messages : [],
	};
}
