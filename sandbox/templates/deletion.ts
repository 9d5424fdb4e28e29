import { invalidParameter, unknownObject } from '../graph/errors';
import type { GraphRequest } from '../graph/request';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { invalidTemplate, LOCKED } from './rejection';
import { publishStatus } from './templateWebhooks';
import { templates, type Template } from './template';

/** The name of a deleted template cannot be reused for 30 days. */
const NAME_BLOCK_PERIOD = 30 * 86_400_000;
const MAX_IDS = 100;

/** Deletes by `name` (all languages), by `hsm_id` and `name` (one), or by `hsm_ids` (up to 100, all or none). */
export function deleteTemplates(
	world: World,
	account: BusinessAccount,
	{ params }: GraphRequest,
): unknown {
	const store = world.use(templates);
	const own = (id: string) => {
		const template = store.get(id);
		return template?.accountId === account.id ? template : undefined;
	};
	if (params.hsm_ids !== undefined) {
		if (params.name !== undefined) throw invalidParameter('hsm_ids cannot be combined with name.');
		const ids = idsOf(params.hsm_ids);
		if (ids.length < 1 || ids.length > MAX_IDS) {
			throw invalidParameter(`hsm_ids takes 1 to ${MAX_IDS} IDs.`);
		}
		const found = ids.map(own);
		const missing = ids.find((_, index) => !found[index]);
		if (missing !== undefined) throw unknownObject('DELETE', missing);
		remove(world, found as Template[]);
		return { success: true };
	}
	const name = typeof params.name === 'string' ? params.name : '';
	if (name === '') throw invalidParameter('The parameter name is required.');
	if (params.hsm_id !== undefined) {
		const template = own(String(params.hsm_id));
		if (!template || template.name !== name) throw unknownObject('DELETE', String(params.hsm_id));
		remove(world, [template]);
		return { success: true };
	}
	const named = store.named(account.id, name);
	if (named.length === 0) {
		throw invalidTemplate(
			'No message template with this name was found.',
			undefined,
			'Message template not found',
		);
	}
	remove(world, named);
	return { success: true };
}

function remove(world: World, found: Template[]): void {
	const disabled = found.find(({ status }) => status === 'DISABLED');
	if (disabled) throw invalidTemplate('A disabled template cannot be deleted.', LOCKED);
	for (const template of found) {
		world.use(templates).remove(template, world.clock.now() + NAME_BLOCK_PERIOD);
		publishStatus(world, template, 'DELETED');
	}
}

export function idsOf(given: unknown): string[] {
	if (Array.isArray(given)) {
		if (given.every((id) => typeof id === 'string' || typeof id === 'number')) {
			return given.map(String);
		}
		throw invalidParameter('A list of IDs must contain strings or numbers.');
	}
	if (typeof given !== 'string') return [];
	return given
		.replace(/[[\]"\s]/g, '')
		.split(',')
		.filter(Boolean);
}
