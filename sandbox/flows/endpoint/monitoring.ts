import type { World } from '../../world/world';
import type { Flow } from '../flow';
import { publishFlow } from '../flowWebhooks';

const MINUTE = 60_000;
const ERROR_RATES = [5, 10, 50];
/** Milliseconds. */
const LATENCIES = [1000, 5000, 7000];
const AVAILABILITY = 90;
/** Requests before a rate means something. */
const FEWEST = 10;

interface Sample {
	at: number;
	latency: number;
	/** Meta's error type. */
	error?: string;
}

/** The traffic of one flow's endpoint, and the alerts that are active. */
interface EndpointRecord {
	requests: Sample[];
	pings: Array<{ at: number; ok: boolean }>;
	/** The highest active threshold per event. */
	active: Map<string, number>;
}

/** `world.use(endpointRecords)`: by flow ID. */
export function endpointRecords(): Map<string, EndpointRecord> {
	return new Map();
}

function recordOf(world: World, { id }: Flow): EndpointRecord {
	const all = world.use(endpointRecords);
	let own = all.get(id);
	if (!own) {
		own = { requests: [], pings: [], active: new Map() };
		all.set(id, own);
	}
	return own;
}

const last = <T extends { at: number }>(list: T[], now: number, time: number) =>
	list.filter(({ at }) => at > now - time);

/** What the endpoint's server did wrong. Every other error is found by the phone. */
const SERVER_ERRORS = ['timeout_error', 'no_http_response_error', 'unexpected_http_status_code'];

/**
 * Records a request to an endpoint, and sends the alerts of its error rate and latency (30 minutes)
 * and of the errors that the phone found (60 minutes).
 */
export function recordRequest(
	world: World,
	flow: Flow,
	latency: number,
	error: string | undefined,
): void {
	const own = recordOf(world, flow);
	const now = world.clock.now();
	own.requests = last([...own.requests, { at: now, latency, error }], now, 60 * MINUTE);
	const isServer = (type: string) => SERVER_ERRORS.includes(type);
	alertRate(world, flow, own, 'CLIENT_ERROR_RATE', 60, (type) => !isServer(type));
	alertRate(world, flow, own, 'ENDPOINT_ERROR_RATE', 30, isServer);
	const recent = last(own.requests, now, 30 * MINUTE);
	const count = recent.length;
	if (count < FEWEST) return;
	const sorted = recent.map((sample) => sample.latency).sort((a, b) => a - b);
	const p90 = sorted[Math.ceil(0.9 * count) - 1];
	alert(world, flow, own, 'ENDPOINT_LATENCY', highest(LATENCIES, p90), () => ({
		message: 'Flow endpoint latency has reached the p90 threshold in the last 30 minutes.',
		p90_latency: p90,
		p50_latency: sorted[Math.ceil(0.5 * count) - 1],
		requests_count: count,
	}));
}

function alertRate(
	world: World,
	flow: Flow,
	own: EndpointRecord,
	event: string,
	minutes: number,
	fits: (type: string) => boolean,
): void {
	const requests = last(own.requests, world.clock.now(), minutes * MINUTE);
	if (requests.length < FEWEST) return;
	const types = requests.flatMap(({ error }) => (error !== undefined && fits(error) ? error : []));
	const rate = (100 * types.length) / requests.length;
	const who = event === 'CLIENT_ERROR_RATE' ? 'client' : 'endpoint';
	alert(world, flow, own, event, highest(ERROR_RATES, rate), (threshold) => ({
		message: `The flow ${who} request error rate has reached the ${threshold}% threshold in the last ${minutes} minutes.`,
		error_rate: rounded(rate),
		errors: errorsOf(types),
	}));
}

/** Records a health check, and sends the alert of availability (10 minutes). */
export function recordPing(world: World, flow: Flow, ok: boolean): void {
	const own = recordOf(world, flow);
	const now = world.clock.now();
	own.pings = last([...own.pings, { at: now, ok }], now, 10 * MINUTE);
	if (flow.live.length === 0) return;
	const available = (100 * own.pings.filter((ping) => ping.ok).length) / own.pings.length;
	alert(
		world,
		flow,
		own,
		'ENDPOINT_AVAILABILITY',
		available < AVAILABILITY ? AVAILABILITY : 0,
		() => ({
			message: `The flow endpoint availability has breached the ${AVAILABILITY}% threshold in the last 10 minutes.`,
			availability: rounded(available),
		}),
	);
}

/** Sends an alert when the threshold changes: activated for a higher one, deactivated for a lower one. */
function alert(
	world: World,
	flow: Flow,
	own: EndpointRecord,
	event: string,
	threshold: number,
	details: (threshold: number) => Record<string, unknown>,
): void {
	const previous = own.active.get(event) ?? 0;
	if (previous === threshold) return;
	own.active.set(event, threshold);
	const reached = Math.max(threshold, previous);
	publishFlow(world, flow, {
		event,
		...details(reached),
		threshold: reached,
		alert_state: threshold > previous ? 'ACTIVATED' : 'DEACTIVATED',
	});
}

/** The highest threshold that a value reaches; 0: none. */
function highest(thresholds: number[], value: number): number {
	return Math.max(0, ...thresholds.filter((threshold) => value >= threshold));
}

function errorsOf(types: string[]): Array<Record<string, unknown>> {
	return [...new Set(types)].map((type) => {
		const count = types.filter((one) => one === type).length;
		return {
			error_type: type,
			error_rate: rounded((100 * count) / types.length),
			error_count: count,
		};
	});
}

function rounded(value: number): number {
	return Math.floor(value * 100) / 100;
}
