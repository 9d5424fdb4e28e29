import { getOrCreateDataset } from '../../../../cloud-api/conversions/dataset';
import { eventBody } from '../../../../cloud-api/conversions/event';
import { MAX_EVENTS, sendEvents } from '../../../../cloud-api/conversions/sendEvents';
import { GraphError } from '../../../../cloud-api/errors/cloudApiError';
import type { GraphApi, Json } from '../../../../cloud-api/graph';
import type { Call } from '../../runtime/operation';

export interface SentEvent {
	eventId: string;
	eventName: string;
	datasetId: string;
	received: true;
	fbtraceId?: string;
}

/** What became of the event of one item. */
export interface EventOutcome {
	result?: SentEvent;
	error?: unknown;
}

interface Prepared {
	itemIndex: number;
	datasetId: string;
	testEventCode?: string;
	body: Json;
}

/**
 * Sends the events of all items of the run in as few requests as possible: one for each dataset and 1,000
 * events. An item with invalid input does not keep the others from being sent.
 */
export async function sendAllEvents(call: Call): Promise<EventOutcome[]> {
	const outcomes: EventOutcome[] = [];
	const prepared: Prepared[] = [];
	const datasets = new Map<string, Promise<string>>();
	for (const item of call.all()) {
		try {
			prepared.push(await prepare(item, datasets));
		} catch (error) {
			outcomes[item.itemIndex] = { error };
		}
	}
	for (const batch of batchesOf(prepared)) await sendBatch(call.graph, batch, outcomes);
	return outcomes;
}

async function prepare(
	{ graph, param, context, itemIndex }: Call,
	datasets: Map<string, Promise<string>>,
): Promise<Prepared> {
	const options = param.group('options');
	const accountId = param.account();
	const body = eventBody(
		{
			accountId,
			eventName: param.text('eventName'),
			ctwaClid: param.text('ctwaClid'),
			value: param.number('value'),
			currency: param.optionalText('currency'),
			clickTime: options.date('clickTime'),
			eventTime: options.date('eventTime'),
			eventId:
				options.optionalText('eventId') ??
				`n8n-${context.getExecutionId()}-${context.getNode().id}-${itemIndex}`,
			contentIds: options.texts('contentIds'),
			customData: options.object('customData'),
			email: options.optionalText('email'),
			orderId: options.optionalText('orderId'),
			phone: options.optionalText('phone'),
		},
		{ defaultCountry: options.optionalText('defaultCountry') },
	);
	const dataset =
		options.optionalText('datasetId') ??
		(await kept(datasets, accountId, async () => await getOrCreateDataset(graph, accountId)));
	return {
		itemIndex,
		body,
		datasetId: dataset.trim(),
		testEventCode: options.optionalText('testEventCode'),
	};
}

async function kept(
	known: Map<string, Promise<string>>,
	key: string,
	make: () => Promise<string>,
): Promise<string> {
	const made = known.get(key) ?? make();
	known.set(key, made);
	return await made;
}

function batchesOf(prepared: Prepared[]): Prepared[][] {
	const batches = new Map<string, Prepared[][]>();
	for (const event of prepared) {
		const key = JSON.stringify([event.datasetId, event.testEventCode]);
		const full = batches.get(key) ?? [];
		if ((full.at(-1)?.length ?? MAX_EVENTS) >= MAX_EVENTS) full.push([]);
		full.at(-1)?.push(event);
		batches.set(key, full);
	}
	return [...batches.values()].flat();
}

/** Meta rejects a request as a whole for one invalid event, so a rejected batch is sent one by one. */
async function sendBatch(
	graph: GraphApi,
	batch: Prepared[],
	outcomes: EventOutcome[],
): Promise<void> {
	const [{ datasetId, testEventCode }] = batch;
	try {
		const bodies = batch.map(({ body }) => body);
		const { fbtraceId } = await sendEvents(graph, datasetId, bodies, { testEventCode });
		for (const { itemIndex, body } of batch) {
			outcomes[itemIndex] = {
				result: {
					eventId: String(body.event_id),
					eventName: String(body.event_name),
					datasetId,
					received: true,
					fbtraceId,
				},
			};
		}
	} catch (error) {
		if (batch.length > 1 && error instanceof GraphError && error.retry === 'never') {
			for (const event of batch) await sendBatch(graph, [event], outcomes);
			return;
		}
		for (const { itemIndex } of batch) outcomes[itemIndex] = { error };
	}
}
