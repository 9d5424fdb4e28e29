import { BUSINESS_ACCOUNT, APP } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { createFlow, updateFlow, uploadAsset } from './creation';
import { encryptionRoutes } from './encryption';
import { FLOW, flows, type Flow } from './flow';
import { flowHealth } from './health';
import { migrateFlows } from './migration';
import { deleteFlow, deprecateFlow, publishFlow } from './publishing';
import { cdnRoutes } from './session/files';
import { previewOf, previewRoutes } from './preview';

/** Flows: create, list, read, change, publish, deprecate, delete, migrate, and the keys of endpoints. */
export function flowRoutes(app: SandboxApp, world: World): void {
	const { graph, http } = app;
	graph.node(FLOW, {
		find: (id) => world.use(flows).get(id),
		accountIdOf: ({ accountId }) => accountId,
		defaults: ['id', 'name', 'status', 'categories', 'validation_errors'],
		fields: {
			id: ({ id }) => id,
			name: ({ name }) => name,
			status: ({ status }) => status,
			categories: ({ categories }) => categories,
			validation_errors: ({ asset }) => asset?.errors ?? [],
			json_version: ({ asset }) => asset?.jsonVersion,
			data_api_version: ({ asset }) => asset?.dataApiVersion,
			endpoint_uri: ({ endpointUri }) => endpointUri,
			preview: (flow, _request, { args }) => previewOf(world, flow, args.invalidate === 'true'),
			whatsapp_business_account: async ({ accountId }, request) => {
				const account = world.directory.accounts.get(accountId);
				return account && (await graph.project(BUSINESS_ACCOUNT, account, plain(request)));
			},
			application: async ({ applicationId }, request) => {
				const owner = world.directory.apps.get(applicationId ?? '');
				return owner && (await graph.project(APP, owner, plain(request)));
			},
			health_status: (flow, _request, { args }) => flowHealth(world, flow, args.phone_number),
		},
	});
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'flows', async (account, request) => {
		const { data, ...rest } = paginate(world.use(flows).of(account.id), request, ({ id }) => id);
		return {
			data: await Promise.all(data.map(async (flow) => await graph.project(FLOW, flow, request))),
			...rest,
		};
	});
	graph.edge(
		BUSINESS_ACCOUNT,
		'POST',
		'flows',
		async (account, request) => await createFlow(world, account, request),
	);
	graph.edge(BUSINESS_ACCOUNT, 'POST', 'migrate_flows', (account, request) =>
		migrateFlows(world, account, request),
	);
	graph.edge(FLOW, 'POST', '', (flow, request) => updateFlow(world, flow, request));
	graph.edge(FLOW, 'DELETE', '', (flow) => deleteFlow(world, flow));
	graph.edge(
		FLOW,
		'POST',
		'assets',
		async (flow, request) => await uploadAsset(world, flow, request),
	);
	graph.edge(FLOW, 'GET', 'assets', (flow) => ({
		data: flow.asset
			? [{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url: downloadUrl(world, flow) }]
			: [],
		paging: { cursors: { before: 'MA==', after: 'MA==' } },
	}));
	graph.edge(FLOW, 'POST', 'publish', async (flow) => await publishFlow(world, flow));
	graph.edge(FLOW, 'POST', 'deprecate', (flow) => deprecateFlow(world, flow));
	encryptionRoutes(app, world);
	previewRoutes(http, world);
	cdnRoutes(http, world);
}

/** The link to a Flow JSON. Like Meta's, it needs no token. */
function downloadUrl(world: World, { id }: Flow): string {
	return `${world.url}/_sandbox/flows/${id}/flow.json`;
}

/** The request without its field selection, for objects inside another one. */
function plain<T extends { params: Record<string, unknown> }>(request: T): T {
	const { fields, ...params } = request.params;
	void fields;
	return Object.assign(Object.create(request) as T, { params });
}
