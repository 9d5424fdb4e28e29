import { reachesAccount } from '../graph/auth';
import { invalidParameter } from '../graph/errors';
import type { GraphRequest } from '../graph/request';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { assetOf, flows, type Flow } from './flow';
import { publishStatus } from './flowWebhooks';

const MOST = 100;

/** `POST /{waba}/migrate_flows`: copies flows of another account as drafts with the same names. */
export function migrateFlows(
	world: World,
	account: BusinessAccount,
	request: GraphRequest,
): unknown {
	const sourceId = request.required('source_waba_id');
	const source = world.directory.accounts.get(sourceId);
	if (!source || !reachesAccount(world, request.caller, sourceId)) {
		throw invalidParameter(`Param source_waba_id ${sourceId} is not an account of this token.`);
	}
	if (source.businessId !== account.businessId) {
		throw invalidParameter('The source and destination accounts must belong to the same business.');
	}
	const store = world.use(flows);
	const names =
		namesOf(request.params.source_flow_names) ?? store.of(sourceId).map(({ name }) => name);
	const migrated: object[] = [];
	const failed: object[] = [];
	for (const name of names) {
		const found = store.named(sourceId, name);
		const taken = store.named(account.id, name);
		if (!found || taken) {
			failed.push({
				source_name: name,
				error_code: '4233041',
				error_message: `Flows Migration Error: ${
					found
						? 'Flow with the same name already exists in destination WABA.'
						: 'Flow name not found in source WABA.'
				}`,
			});
			continue;
		}
		const copy = copyOf(world, found, account, request.app.id);
		migrated.push({ source_name: name, source_id: found.id, migrated_id: copy.id });
	}
	return { migrated_flows: migrated, failed_flows: failed };
}

function copyOf(world: World, source: Flow, account: BusinessAccount, appId: string): Flow {
	const copy: Flow = {
		id: world.ids.object(7),
		accountId: account.id,
		name: source.name,
		categories: source.categories,
		status: 'DRAFT',
		...(source.asset ? { asset: assetOf(source.asset.text) } : {}),
		live: [],
		...(source.endpointUri ? { endpointUri: source.endpointUri } : {}),
		applicationId: appId,
		sentAt: [],
	};
	world.use(flows).add(copy);
	publishStatus(world, copy);
	return copy;
}

function namesOf(given: unknown): string[] | undefined {
	if (given === undefined) return undefined;
	let list: unknown = given;
	if (typeof given === 'string') {
		try {
			list = JSON.parse(given) as unknown;
		} catch {
			list = undefined;
		}
	}
	if (!Array.isArray(list) || list.some((name) => typeof name !== 'string')) {
		throw invalidParameter('Param source_flow_names must be an array of strings.');
	}
	if (list.length > MOST) {
		throw invalidParameter(`Param source_flow_names can have at most ${MOST} entries.`);
	}
	return list as string[];
}
