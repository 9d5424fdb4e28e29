import { InvalidInputError, UnexpectedAnswerError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { readStream } from '../readStream';
import { isRecord, records, text } from '../webhooks/read';
import { MAX_FLOW_JSON_BYTES } from './check/checkFlowJson';
import { findingsFromMeta, type FlowFinding } from './finding';
import { flowId } from './ids';
import { FLOW_FIELDS, LIST_FIELDS, previewOf, readFlow, type Flow } from './record';

/** Meta's categories of flows (Meta: Flows API). */
export const FLOW_CATEGORIES = [
	'APPOINTMENT_BOOKING',
	'CONTACT_US',
	'CUSTOMER_SUPPORT',
	'LEAD_GENERATION',
	'OTHER',
	'SIGN_IN',
	'SIGN_UP',
	'SURVEY',
] as const;

export interface NewFlow {
	/** Unique in the account. */
	name: string;
	categories: readonly string[];
	/** The Flow JSON as text. */
	flowJson?: string;
	/** ID of a flow whose Flow JSON and categories are copied. */
	copyOf?: string;
	/** Address of the flow's endpoint, https. */
	endpointUrl?: string;
	/** Whether to publish the flow at once. Needs a Flow JSON. */
	publish?: boolean;
}

export interface FlowChanges {
	name?: string;
	categories?: readonly string[];
	endpointUrl?: string;
	/** The Meta app whose secret signs the requests to the endpoint. */
	appId?: string;
}

/** What Meta says about a Flow JSON that it has saved. */
export interface SavedFlow {
	flowId: string;
	success: boolean;
	/** The flow is saved with them, but cannot be published. */
	validationErrors: FlowFinding[];
}

/**
 * Creates a flow, as a draft or published.
 *
 * @throws InvalidInputError for a name, category, or endpoint that Meta rejects
 * @throws GraphError 100 when the name is not unique
 */
export async function createFlow(
	graph: GraphApi,
	account: string,
	{ name, categories, flowJson, copyOf, endpointUrl, publish }: NewFlow,
): Promise<SavedFlow> {
	const answer = await graph.post(`${accountOf(account)}/flows`, {
		name: nameOf(name),
		categories: categoriesOf(categories),
		...(flowJson !== undefined && { flow_json: flowJson }),
		...(copyOf !== undefined && { clone_flow_id: flowId(copyOf) }),
		...(endpointUrl !== undefined && { endpoint_uri: endpointOf(endpointUrl) }),
		...(publish && { publish: true }),
	});
	return saved(text(answer.id) ?? '', answer);
}

/**
 * Changes name, categories, endpoint, or app of a flow.
 *
 * @throws InvalidInputError when nothing is changed
 */
export async function updateFlow(
	graph: GraphApi,
	flow: string,
	{ name, categories, endpointUrl, appId }: FlowChanges,
): Promise<void> {
	const body = {
		...(name !== undefined && { name: nameOf(name) }),
		...(categories !== undefined && { categories: categoriesOf(categories) }),
		...(endpointUrl !== undefined && { endpoint_uri: endpointOf(endpointUrl) }),
		...(appId !== undefined && { application_id: graphId(appId, 'appId', 'The Meta app ID') }),
	};
	if (Object.keys(body).length === 0)
		throw new InvalidInputError(
			'changes',
			'There is nothing to change',
			'Add the name, categories, endpoint URL, or Meta app ID to change.',
		);
	await graph.post(flowId(flow), body, { idempotent: true });
}

/** Replaces the Flow JSON of a flow. A published flow becomes a draft until it is published again. */
export async function uploadFlowJson(
	graph: GraphApi,
	flow: string,
	flowJson: string,
): Promise<SavedFlow> {
	const form = new FormData();
	form.append('name', 'flow.json');
	form.append('asset_type', 'FLOW_JSON');
	form.append('file', new Blob([flowJson], { type: 'application/json' }), 'flow.json');
	const answer = await graph.post(`${flowId(flow)}/assets`, form, { idempotent: true });
	return saved(flowId(flow), answer);
}

/** Everything Meta says about a flow. */
export async function getFlow(graph: GraphApi, flow: string): Promise<Flow> {
	return readFlow(await graph.get(flowId(flow), { fields: FLOW_FIELDS.join(',') }));
}

/** The flows of an account. */
export async function listFlows(graph: GraphApi, account: string, limit?: number): Promise<Flow[]> {
	const fields = LIST_FIELDS.join(',');
	return (await graph.list<Json>(`${accountOf(account)}/flows`, { fields }, { limit })).map(
		readFlow,
	);
}

/** One page of the flows of an account, for lists; `after` is the cursor of the next page. */
export async function flowPage(
	graph: GraphApi,
	account: string,
	after?: string,
): Promise<{ items: Flow[]; after?: string }> {
	const query = { fields: 'id,name,status,categories', limit: 100, after };
	const page = await graph.page<Json>(`${accountOf(account)}/flows`, query);
	return { ...page, items: page.items.map(readFlow) };
}

/**
 * The Flow JSON of a flow as text.
 *
 * @throws UnexpectedAnswerError when Meta has none, or it is longer than 10 MB
 */
export async function getFlowJson(graph: GraphApi, flow: string): Promise<string> {
	const assets = await graph.list<Json>(`${flowId(flow)}/assets`);
	const asset = assets.find(({ asset_type: type }) => type === 'FLOW_JSON') ?? assets[0];
	const url = text(asset?.download_url);
	if (url === undefined)
		throw new UnexpectedAnswerError(
			'The flow has no Flow JSON',
			'Upload one with Flow → Upload JSON.',
			200,
			'',
		);
	const { body } = await graph.download(url);
	const read = await readStream(body as AsyncIterable<Uint8Array>, MAX_FLOW_JSON_BYTES);
	if (!read.truncated) return read.text;
	throw new UnexpectedAnswerError(
		'The Flow JSON is longer than 10 MB',
		'Check the flow in WhatsApp Manager → Account tools → Flows.',
		200,
		'',
	);
}

/** Publishes a draft, so that it can be sent to everyone. */
export async function publishFlow(graph: GraphApi, flow: string): Promise<void> {
	await graph.post(`${flowId(flow)}/publish`);
}

/** Ends the use of a published flow for good: it can no longer be sent or opened. */
export async function deprecateFlow(graph: GraphApi, flow: string): Promise<void> {
	await graph.post(`${flowId(flow)}/deprecate`);
}

/** Deletes a draft. */
export async function deleteFlow(graph: GraphApi, flow: string): Promise<void> {
	await graph.delete(flowId(flow));
}

/** A link to a preview that anyone can open. With `renew`, earlier links stop working. */
export async function flowPreview(
	graph: GraphApi,
	flow: string,
	renew: boolean,
): Promise<ReturnType<typeof previewOf>> {
	const answer = await graph.get(flowId(flow), { fields: `preview.invalidate(${renew})` });
	return previewOf(isRecord(answer.preview) ? answer.preview : {});
}

/** Flows that one call copies at most (Meta: Flows API, migrate). */
const MAX_MIGRATED = 100;

/** Copies flows from another account of the business portfolio; by default all of them. */
export async function migrateFlows(
	graph: GraphApi,
	account: string,
	{ sourceAccount, names = [] }: { sourceAccount: string; names?: readonly string[] },
): Promise<{
	migrated: Array<{ name: string; sourceId: string; flowId: string }>;
	failed: Array<{ name: string; code: number; reason: string }>;
}> {
	if (names.length > MAX_MIGRATED)
		throw new InvalidInputError(
			'flowNames',
			`${names.length} flows were given; one run copies up to ${MAX_MIGRATED}`,
			'Split the names over several items.',
		);
	const answer = await graph.post(`${accountOf(account)}/migrate_flows`, {
		source_waba_id: graphId(sourceAccount, 'sourceAccount', 'The source account ID'),
		...(names.length > 0 && { source_flow_names: names }),
	});
	return {
		migrated: records(answer.migrated_flows).map((flow) => ({
			name: text(flow.source_name) ?? '',
			sourceId: text(flow.source_id) ?? '',
			flowId: text(flow.migrated_id) ?? '',
		})),
		failed: records(answer.failed_flows).map((flow) => ({
			name: text(flow.source_name) ?? '',
			code: Number(flow.error_code ?? 0),
			reason: text(flow.error_message) ?? '',
		})),
	};
}

function saved(id: string, answer: Json): SavedFlow {
	return {
		flowId: id,
		success: answer.success !== false,
		validationErrors: findingsFromMeta(answer.validation_errors),
	};
}

function accountOf(account: string): string {
	return graphId(account, 'account', 'The WhatsApp Business Account ID');
}

function nameOf(name: string): string {
	const trimmed = name.trim();
	if (trimmed !== '') return trimmed;
	throw new InvalidInputError('name', 'The name is empty', 'Enter a name that no other flow has.');
}

/** Unknown categories pass, because Meta adds some. */
function categoriesOf(categories: readonly string[]): string[] {
	const given = categories.map((category) => category.trim()).filter((category) => category !== '');
	if (given.length > 0) return given;
	throw new InvalidInputError(
		'categories',
		'There is no category',
		'Choose at least one category.',
	);
}

function endpointOf(url: string): string {
	const trimmed = url.trim();
	if (URL.canParse(trimmed) && /^https?:$/.test(new URL(trimmed).protocol)) return trimmed;
	throw new InvalidInputError(
		'endpointUrl',
		`"${trimmed.slice(0, 60)}" is not a web address`,
		'Enter the URL of the WhatsApp Cloud API Flow Trigger, which begins with https://.',
	);
}
