/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFile } from 'fs/promises';
import { invalidParameter, parameterRequired, unknownObject } from '../graph/errors';
import type { GraphRequest } from '../graph/request';
import { isLoopback } from '../messages/mediaOf';
import { isWebUrl } from '../messages/schema';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { assetOf, flows, type Flow } from './flow';
import { flowError } from './flowErrors';
import { publishStatus } from './flowWebhooks';
import { obstacleToPublishing, publishNow } from './publishing';
import { reachesAccount } from '../graph/auth';

const CATEGORIES = [
	'SIGN_UP',
	'SIGN_IN',
	'APPOINTMENT_BOOKING',
	'LEAD_GENERATION',
	'CONTACT_US',
	'CUSTOMER_SUPPORT',
	'SURVEY',
	'OTHER',
];
const MAX_JSON = 10 * 1024 * 1024;

/** `POST /{waba}/flows`: a draft, a copy of another flow, or with `publish` a published flow. */
export async function createFlow(
	world: World,
	account: BusinessAccount,
	request: GraphRequest,
): Promise<unknown> {
	const { params } = request;
	const store = world.use(flows);
	const name = checkedName(world, account.id, request.required('name'));
	const categories = checkedCategories(params.categories);
	const source = params.clone_flow_id === undefined ? undefined : sourceOf(world, request);
	if (source && params.flow_json !== undefined) {
		throw invalidParameter('Only one clone source can be set.');
	}
	const endpointUri = checkedEndpoint(params.endpoint_uri);
	const text = params.flow_json === undefined ? source?.asset?.text : jsonText(params.flow_json);
	const flow: Flow = {
		id: world.ids.object(7),
		accountId: account.id,
		name,
		categories,
		status: 'DRAFT',
		...(text === undefined ? {} : { asset: assetOf(text) }),
		live: [],
		...((endpointUri ?? source?.endpointUri)
			? { endpointUri: endpointUri ?? source?.endpointUri }
			: {}),
		applicationId: request.app.id,
		sentAt: [],
	};
	store.add(flow);
	publishStatus(world, flow);
	const errors = flow.asset?.errors ?? [];
	if (!isTrue(params.publish)) return answer(flow, params.flow_json !== undefined, true);
	if (params.flow_json === undefined) throw parameterRequired('flow_json');
	const obstacle = errors.length > 0 ? undefined : await obstacleToPublishing(world, flow);
	if (obstacle) {
		store.remove(flow);
		throw obstacle;
	}
	if (errors.length === 0) publishNow(world, flow);
	return answer(flow, true, errors.length === 0);
}

function answer(flow: Flow, checked: boolean, success: boolean): unknown {
	return {
		id: flow.id,
		...(checked ? { success, validation_errors: flow.asset?.errors ?? [] } : {}),
	};
}

/** `POST /{flow}`: name, categories, endpoint, app. */
export function updateFlow(world: World, flow: Flow, { params }: GraphRequest): unknown {
	const known = ['name', 'categories', 'endpoint_uri', 'application_id'];
	if (!known.some((name) => params[name] !== undefined)) throw unknownObject('POST', flow.id);
	checkEditable(flow);
	const name =
		params.name === undefined
			? flow.name
			: checkedName(world, flow.accountId, String(params.name), flow);
	const categories =
		params.categories === undefined ? flow.categories : checkedCategories(params.categories);
	const endpoint =
		params.endpoint_uri === undefined ? flow.endpointUri : checkedEndpoint(params.endpoint_uri);
	const app = params.application_id;
	if (app !== undefined && !world.directory.apps.has(String(app))) {
		throw invalidParameter(
			'Param application_id is not the ID of an application of this business.',
		);
	}
	Object.assign(flow, { name, categories, endpointUri: endpoint });
	if (app !== undefined) flow.applicationId = String(app);
	world.bus.emit(() => ({ type: 'flow', flowId: flow.id }));
	return { success: true };
}

/** `POST /{flow}/assets`: a new Flow JSON. A published flow becomes a draft; its versions stay live. */
export async function uploadAsset(
	world: World,
	flow: Flow,
	request: GraphRequest,
): Promise<unknown> {
	const { params } = request;
	if (request.required('asset_type') !== 'FLOW_JSON') {
		throw invalidParameter('Param asset_type must be one of {FLOW_JSON}.');
	}
	if (request.required('name') !== 'flow.json') {
		throw invalidParameter('Param name must be "flow.json".');
	}
	const file = request.files.get('file');
	if (!file) {
		throw params.file === undefined
			? parameterRequired('file')
			: invalidParameter('Param file must be a file of a multipart/form-data body.');
	}
	if (file.size > MAX_JSON) throw tooLarge(file.size);
	checkEditable(flow);
	replaceAsset(world, flow, await readFile(file.path, 'utf8'));
	return { success: true, validation_errors: flow.asset?.errors ?? [] };
}

/** Replaces the Flow JSON. A published flow becomes a draft, its published versions stay live. */
export function replaceAsset(world: World, flow: Flow, text: string): void {
	flow.asset = assetOf(text);
	const previous = flow.status;
	if (previous === 'DRAFT') world.bus.emit(() => ({ type: 'flow', flowId: flow.id }));
	else {
		flow.status = 'DRAFT';
		publishStatus(world, flow, previous);
	}
}

function checkEditable(flow: Flow): void {
	if (flow.status === 'DRAFT' || flow.status === 'PUBLISHED') return;
	throw flowError(
		139001,
		"Flow can't be updated",
		`A flow with the status ${flow.status} can't be updated.`,
		4016007,
	);
}

function checkedName(world: World, accountId: string, name: string, self?: Flow): string {
	if (name.trim() === '' || [...name].length > 200) {
		throw invalidParameter('Param name must have 1 to 200 characters.');
	}
	const other = world.use(flows).named(accountId, name);
	if (other && other !== self) {
		throw invalidParameter('Invalid parameter', {
			subcode: 4016019,
			userTitle: 'Flow name is not unique',
			userMessage: 'You already have a Flow with this name. Choose another name for your Flow.',
		});
	}
	return name;
}

function checkedCategories(given: unknown): string[] {
	let list = given;
	if (typeof given === 'string') {
		try {
			list = JSON.parse(given) as unknown;
		} catch {
			list = [given];
		}
	}
	if (list === undefined) throw parameterRequired('categories');
	if (!Array.isArray(list) || list.length === 0) {
		throw invalidParameter('Param categories must be a non-empty array.');
	}
	for (const [index, category] of (list as unknown[]).entries()) {
		if (CATEGORIES.includes(String(category))) continue;
		throw invalidParameter(
			`Param categories[${index}] must be one of {${CATEGORIES.join(', ')}} - got "${String(category)}".`,
		);
	}
	return [...new Set(list as string[])];
}

/** An endpoint uses https. On this machine, the sandbox also accepts http. */
function checkedEndpoint(given: unknown): string | undefined {
	if (given === undefined) return undefined;
	const uri = String(given);
	const fits = isWebUrl(uri) && (uri.startsWith('https:') || isLoopback(uri));
	if (fits) return uri;
	throw invalidParameter('Invalid parameter', {
		subcode: 4016021,
		userTitle: 'Invalid Endpoint URI',
		userMessage: 'The endpoint URI is not valid. Provide an https URL.',
	});
}

function sourceOf(world: World, request: GraphRequest): Flow {
	const id = String(request.params.clone_flow_id);
	const source = world.use(flows).get(id);
	if (source && reachesAccount(world, request.caller, source.accountId)) return source;
	throw invalidParameter('Invalid parameter', {
		subcode: 4016020,
		userTitle: 'Flow with specified ID does not exist',
		userMessage: `The flow ${id} to clone does not exist, or the token has no access to it.`,
	});
}

function jsonText(given: unknown): string {
	const text = typeof given === 'string' ? given : JSON.stringify(given);
	if (Buffer.byteLength(text) > MAX_JSON) throw tooLarge(Buffer.byteLength(text));
	return text;
}

function tooLarge(bytes: number) {
	return invalidParameter(
		`The maximum size of the Flow JSON is 10 MB. But your Flow JSON size exceeds the maximum size by ${bytes - MAX_JSON} bytes.`,
	);
}

function isTrue(value: unknown): boolean {
	return value === true || value === 'true' || value === '1';
}
