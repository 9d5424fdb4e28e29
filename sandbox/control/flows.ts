import { replaceAsset } from '../flows/creation';
import { callEndpoint } from '../flows/endpoint/call';
import { pingEndpoint } from '../flows/endpoint/ping';
import { setKey, signedKeyOf } from '../flows/encryption';
import { assetOf, flows, goLive, type Flow } from '../flows/flow';
import { previewMessage } from '../flows/previewMessage';
import { publishStatus } from '../flows/flowWebhooks';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import type {
	FlowCallInput,
	FlowCallView,
	FlowChange,
	FlowInput,
	FlowView,
	JsonObject,
} from './types';

/** A form with one text field, for tests that need any flow. */
const SIMPLE = {
	version: '7.3',
	screens: [
		{
			id: 'FORM',
			title: 'Form',
			terminal: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextInput', name: 'text', label: 'Text' },
					{
						type: 'Footer',
						label: 'Send',
						'on-click-action': { name: 'complete', payload: { text: '${form.text}' } },
					},
				],
			},
		},
	],
};

/** Control calls that add, change, and call flows. */
export function flowControls(call: Call, world: World): void {
	const store = () => world.use(flows);
	const find = (id: string): Flow => {
		const flow = store().get(id);
		if (!flow) throw new ControlError(`There is no flow ${id}`, 404);
		return flow;
	};

	call('GET', '/flows', () =>
		[...world.directory.accounts.keys()].flatMap((id) => store().of(id)).map(flowView),
	);
	call('GET', '/flows/:id', (_input, { id }) => flowView(find(id)));
	call('POST', '/flows', (input: FlowInput) => {
		const flow = added(world, input);
		world.bus.emit(() => ({ type: 'flow', flowId: flow.id }));
		return flowView(flow);
	});
	call('PATCH', '/flows/:id', (change: FlowChange, { id }) => {
		const flow = find(id);
		if (change.endpointUri !== undefined) flow.endpointUri = change.endpointUri;
		if (change.json !== undefined) replaceAsset(world, flow, textOf(change.json));
		if (change.status !== undefined && change.status !== flow.status) {
			const previous = flow.status;
			if (change.status === 'PUBLISHED' && flow.live.length === 0) goLive(flow);
			flow.status = change.status;
			publishStatus(world, flow, previous);
		}
		return flowView(flow);
	});
	call('POST', '/flows/:id/preview-message', (_input, { id }) => previewMessage(world, find(id)));
	call('POST', '/flow-keys', (input: { publicKey: string; phoneNumberId?: string }) => {
		const id = input.phoneNumberId ?? world.seed.phoneNumberId;
		if (!world.directory.numbers.has(id)) throw new ControlError(`There is no number ${id}`, 404);
		setKey(world, { id }, input.publicKey);
	});
	call('POST', '/flows/:id/ping', async (_input, { id }) => {
		const flow = find(id);
		const problem = await pingEndpoint(world, flow, keyFor(world, flow), versionOf(flow));
		return { healthy: problem === undefined, ...(problem ? { problem } : {}) };
	});
	call('POST', '/flows/:id/call', async (input: FlowCallInput, { id }): Promise<FlowCallView> => {
		const flow = find(id);
		const { payload, signature, truncated, phoneNumberId } = input;
		if (typeof payload !== 'object' || payload === null)
			throw new ControlError('payload is required');
		const { data, ...answer } = await callEndpoint(
			world,
			flow,
			keyFor(world, flow, phoneNumberId),
			{ version: versionOf(flow), ...payload },
			{ ...(signature ? { signature } : {}), ...(truncated ? { truncated } : {}) },
		);
		return { ...answer, ...(data === undefined ? {} : { data: data as JsonObject }) };
	});
}

function added(world: World, input: FlowInput): Flow {
	const store = world.use(flows);
	const id = input.id ?? world.ids.object(7);
	const accountId = input.businessAccountId ?? world.seed.businessAccountId;
	const name = input.name ?? `flow_${id}`;
	if (store.get(id) ?? store.named(accountId, name)) {
		throw new ControlError(`There is already a flow ${store.get(id) ? id : name}`);
	}
	const flow: Flow = {
		id,
		accountId,
		name,
		categories: input.categories ?? ['OTHER'],
		status: 'DRAFT',
		asset: assetOf(textOf(input.json ?? SIMPLE)),
		live: [],
		...(input.endpointUri ? { endpointUri: input.endpointUri } : {}),
		applicationId: input.applicationId ?? world.seed.appId,
		sentAt: [],
	};
	const [error] = flow.asset?.errors ?? [];
	const status = input.status ?? 'PUBLISHED';
	if (error && status !== 'DRAFT') {
		throw new ControlError(
			`The Flow JSON has errors: ${error.error} at ${error.pointers[0].path}: ${error.message}`,
		);
	}
	if (status !== 'DRAFT') goLive(flow);
	flow.status = status;
	store.add(flow);
	return flow;
}

const textOf = (json: JsonObject | string | object) =>
	typeof json === 'string' ? json : JSON.stringify(json, null, 2);

const versionOf = (flow: Flow) => flow.asset?.dataApiVersion ?? '3.0';

function keyFor(world: World, flow: Flow, phoneNumberId?: string) {
	if (!flow.endpointUri) throw new ControlError(`The flow ${flow.name} has no endpoint`);
	const numbers = world.directory
		.numbersOf(flow.accountId)
		.filter(({ id }) => phoneNumberId === undefined || id === phoneNumberId);
	for (const number of numbers) {
		const key = signedKeyOf(world, number);
		if (key) return key;
	}
	throw new ControlError('No phone number of the account has a signed public key');
}

/** A flow as the control API shows it. */
export function flowView(flow: Flow): FlowView {
	return {
		id: flow.id,
		businessAccountId: flow.accountId,
		name: flow.name,
		categories: flow.categories,
		status: flow.status,
		validationErrors: flow.asset?.errors ?? [],
		liveVersions: flow.live.length,
		...(flow.endpointUri ? { endpointUri: flow.endpointUri } : {}),
	};
}
