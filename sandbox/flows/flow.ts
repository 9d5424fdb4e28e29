import type { NodeType } from '../graph/graph';
import type { World } from '../world/world';
import type { FlowJson } from './play/flowJson';
import type { ValidationError } from './rules/issues';
import { validateFlow } from './rules/validate';
import { appointmentFlow, feedbackFlow } from './seedFlows';

export type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'THROTTLED' | 'BLOCKED';

/** An uploaded Flow JSON. */
export interface FlowAsset {
	text: string;
	errors: ValidationError[];
	jsonVersion?: string;
	dataApiVersion?: string;
	/** Set if there are no errors. */
	json?: FlowJson;
}

/** A flow of a WABA. */
export interface Flow {
	id: string;
	accountId: string;
	name: string;
	categories: string[];
	status: FlowStatus;
	/** The latest upload, which `mode: draft` opens. */
	asset?: FlowAsset;
	/** Published versions that are still live, newest first; up to 5. Messages open the newest. */
	live: FlowAsset[];
	endpointUri?: string;
	/** Meta app whose secret signs the requests to the endpoint. */
	applicationId?: string;
	preview?: { token: string; expiresAt: number };
	/** Times of messages in the last hour, for a throttled flow. */
	sentAt: number[];
}

export const FLOW: NodeType<Flow> = { graphType: 'WhatsAppBusinessFlow' };

/** Published versions that stay live when a flow is edited and published again. */
const LIVE_VERSIONS = 5;

/** Checks a Flow JSON and keeps what became of it. */
export function assetOf(text: string): FlowAsset {
	const { errors, flow, jsonVersion, dataApiVersion } = validateFlow(text);
	return {
		text,
		errors,
		...(jsonVersion ? { jsonVersion } : {}),
		...(dataApiVersion ? { dataApiVersion } : {}),
		...(flow ? { json: flow } : {}),
	};
}

/** The flows of all accounts. */
export class Flows {
	private readonly byId = new Map<string, Flow>();

	add(flow: Flow): void {
		this.byId.set(flow.id, flow);
	}

	get(id: string): Flow | undefined {
		return this.byId.get(id);
	}

	/** Newest first, as the Graph API lists them. */
	of(accountId: string): Flow[] {
		return [...this.byId.values()].filter((flow) => flow.accountId === accountId).reverse();
	}

	named(accountId: string, name: string): Flow | undefined {
		return this.of(accountId).find((flow) => flow.name === name);
	}

	remove(flow: Flow): void {
		this.byId.delete(flow.id);
	}
}

/** Puts the latest upload live. */
export function goLive(flow: Flow): void {
	if (flow.asset) flow.live = [flow.asset, ...flow.live].slice(0, LIVE_VERSIONS);
	flow.status = 'PUBLISHED';
}

/** `world.use(flows)`. Starts with a published flow of the seed's account and a draft. */
export function flows(world: World): Flows {
	const store = new Flows();
	const { seed } = world;
	const seeded = (id: string, name: string, categories: string[], json: FlowJson): Flow => ({
		id,
		accountId: seed.businessAccountId,
		name,
		categories,
		status: 'DRAFT',
		asset: assetOf(JSON.stringify(json, null, 2)),
		live: [],
		applicationId: seed.appId,
		sentAt: [],
	});
	const feedback = seeded(seed.flowId, 'feedback', ['SURVEY'], feedbackFlow);
	goLive(feedback);
	store.add(feedback);
	store.add(
		seeded(seed.draftFlowId, 'appointment_draft', ['APPOINTMENT_BOOKING'], appointmentFlow),
	);
	return store;
}
