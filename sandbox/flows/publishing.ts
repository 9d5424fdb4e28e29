import { states } from '../accounts/states';
import type { GraphError } from '../graph/errors';
import type { World } from '../world/world';
import { pingEndpoint } from './endpoint/ping';
import { signedKeyOf } from './encryption';
import { flows, goLive, type Flow, type FlowAsset } from './flow';
import { flowError } from './flowErrors';
import { publishStatus } from './flowWebhooks';
import { PUBLISHABLE } from './rules/versions';

const refused = (title: string, text: string, subcode?: number) =>
	flowError(139002, title, text, subcode);

/** `POST /{flow}/publish` */
export async function publishFlow(world: World, flow: Flow): Promise<unknown> {
	if (flow.status !== 'DRAFT') {
		throw refused(
			'Publishing Flow in invalid state',
			`Only Draft Flows can be published. The status of this Flow is ${flow.status}.`,
		);
	}
	const obstacle = await obstacleToPublishing(world, flow);
	if (obstacle) throw obstacle;
	publishNow(world, flow);
	return { success: true };
}

/** Why a flow cannot be published; `undefined` if it can. */
export async function obstacleToPublishing(
	world: World,
	flow: Flow,
): Promise<GraphError | undefined> {
	const account = world.directory.accounts.get(flow.accountId);
	const { verification, restricted } = account
		? world.use(states).ofAccount(account)
		: { verification: 'verified', restricted: false };
	if (restricted || verification !== 'verified') {
		return flowError(
			139000,
			'Flow publishing failed',
			'Integrity requirements not met. Verify your business, and keep your message quality high.',
			4233020,
		);
	}
	const { asset } = flow;
	if (!asset?.json) {
		const count = asset?.errors.length ?? 0;
		return refused(
			'Publishing Flow with validation errors',
			asset
				? `You can't publish a Flow with validation errors: ${count}. Fix them first. The first one: ${asset.errors[0].message}`
				: "You can't publish a Flow without a Flow JSON. Upload it first.",
			4016013,
		);
	}
	if (!PUBLISHABLE.includes(asset.json.version)) {
		return refused('Unsupported Flow JSON version', 'The version of the Flow JSON has expired.');
	}
	const numbers = world.directory.numbersOf(flow.accountId);
	if (numbers.length === 0) {
		return refused(
			'No Phone Number connected to WABA',
			'Add a phone number to the WhatsApp Business Account before you publish a Flow.',
		);
	}
	return asset.dataApiVersion === undefined
		? undefined
		: await endpointObstacle(world, flow, asset);
}

async function endpointObstacle(
	world: World,
	flow: Flow,
	{ dataApiVersion }: FlowAsset,
): Promise<GraphError | undefined> {
	if (!flow.endpointUri) {
		return refused(
			'Publishing without specifying "endpoint_uri"',
			'You need to set the endpoint URI before you can send or publish a flow.',
		);
	}
	const key = world.directory
		.numbersOf(flow.accountId)
		.map((number) => signedKeyOf(world, number))
		.find((one) => one !== undefined);
	if (!key) {
		return refused(
			'Missing Flows Signed Public Key',
			'Upload a public key for a phone number of this account before you publish a Flow with an endpoint.',
		);
	}
	const app = world.directory.apps.get(flow.applicationId ?? '');
	if (!app) {
		return refused(
			'No Application connected to the Flow',
			'You need to connect a Meta app to the flow before you can send or publish it.',
		);
	}
	const fields = app.subscriptions.get('whatsapp_business_account')?.fields ?? [];
	const account = world.directory.accounts.get(flow.accountId);
	if (!fields.includes('flows') || !account?.subscribedApps.has(app.id)) {
		return refused(
			'WABA is not subscribed to Flows Webhooks',
			'Subscribe the app to the webhook field flows, and to this account, before you publish a Flow with an endpoint.',
		);
	}
	const problem = await pingEndpoint(world, flow, key, dataApiVersion ?? '3.0');
	if (problem) {
		return refused(
			'Endpoint not available',
			`The endpoint did not answer the health check: ${problem}`,
			4233014,
		);
	}
	return undefined;
}

/** Publishes a flow without further checks. */
export function publishNow(world: World, flow: Flow): void {
	const previous = flow.status;
	goLive(flow);
	publishStatus(world, flow, previous);
}

/** `POST /{flow}/deprecate`: it can no longer be sent or opened. */
export function deprecateFlow(world: World, flow: Flow): unknown {
	if (flow.status === 'DEPRECATED') {
		throw flowError(139003, 'Flow is already deprecated', 'The Flow is already deprecated.');
	}
	if (flow.live.length === 0) {
		throw flowError(
			139003,
			"Can't deprecate unpublished flow",
			'Only published Flows can be deprecated. Delete the draft instead.',
		);
	}
	const previous = flow.status;
	flow.status = 'DEPRECATED';
	publishStatus(world, flow, previous);
	return { success: true };
}

/** `DELETE /{flow}`: only of a flow that was never published. */
export function deleteFlow(world: World, flow: Flow): unknown {
	if (flow.status !== 'DRAFT' || flow.live.length > 0) {
		throw flowError(
			139004,
			"Can't delete published Flow",
			'A published Flow cannot be deleted. Deprecate it instead.',
		);
	}
	world.use(flows).remove(flow);
	world.bus.emit(() => ({ type: 'flow', flowId: flow.id }));
	return { success: true };
}
