import type { ConversionView } from '../control/types';
import { invalidParameter } from '../graph/errors';
import type { NodeType } from '../graph/graph';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { hashWarning } from './eventData';
import { checkEvents, type ConversionEvent } from './rules';
import { conversions, type Dataset } from './store';

const TWO_DAYS = 2 * 86_400_000;
const DATASET: NodeType<Dataset> = { graphType: 'AdsDataset' };
const EVENTS = { scope: 'whatsapp_business_manage_events' };

/** Conversions of click-to-WhatsApp ads: the dataset of a WABA, and its events. */
export function conversionRoutes({ graph }: SandboxApp, world: World): void {
	const store = () => world.use(conversions);
	graph.node(DATASET, {
		find: (id) => store().datasets.get(id),
		accountIdOf: (dataset) => dataset.businessAccountId,
		scope: EVENTS.scope,
		defaults: ['id', 'name'],
		fields: { id: (dataset) => dataset.id, name: (dataset) => dataset.name },
	});
	graph.edge(
		BUSINESS_ACCOUNT,
		'GET',
		'dataset',
		(account) => {
			const dataset = store().datasetOf(account);
			return dataset ? { id: dataset.id } : { data: [] };
		},
		EVENTS,
	);
	graph.edge(
		BUSINESS_ACCOUNT,
		'POST',
		'dataset',
		(account, { params }) => {
			const present = store().datasetOf(account);
			if (present) return { id: present.id };
			const given = params.dataset_name;
			const name = typeof given === 'string' && given ? given : `${account.name} dataset`;
			const id = world.ids.object(8);
			store().datasets.set(id, { id, name, businessAccountId: account.id });
			return { id };
		},
		EVENTS,
	);
	graph.edge(
		DATASET,
		'POST',
		'events',
		(dataset, { params, warnings }) => {
			for (const name of ['partner_agent', 'test_event_code'] as const) {
				if (params[name] !== undefined && typeof params[name] !== 'string') {
					throw invalidParameter(`Param ${name} must be a string.`);
				}
			}
			const events = checkEvents(world, dataset, params.data);
			for (const event of events) {
				const warning = hashWarning(world, event.user_data);
				if (warning) warnings.push(warning);
				store().events.push(viewOf(world, dataset, event, params.test_event_code));
			}
			return { events_received: events.length, messages: [], fbtrace_id: world.ids.trace() };
		},
		EVENTS,
	);
}

/** An event with the same ID and name within 48 hours counts once. */
function viewOf(
	world: World,
	dataset: Dataset,
	event: ConversionEvent,
	testEventCode: unknown,
): ConversionView {
	const receivedAt = world.clock.now();
	const { event_id: eventId, event_name: eventName } = event;
	const duplicate =
		eventId !== undefined &&
		world
			.use(conversions)
			.events.some(
				(other) =>
					other.datasetId === dataset.id &&
					other.eventId === eventId &&
					other.eventName === eventName &&
					receivedAt - other.receivedAt <= TWO_DAYS,
			);
	return {
		datasetId: dataset.id,
		businessAccountId: dataset.businessAccountId,
		eventName,
		eventTime: event.event_time,
		...(eventId !== undefined && { eventId }),
		userData: event.user_data as ConversionView['userData'],
		customData: (event.custom_data ?? {}) as ConversionView['customData'],
		...(typeof testEventCode === 'string' && { testEventCode }),
		duplicate,
		receivedAt,
	};
}
