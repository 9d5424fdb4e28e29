import { BUSINESS_ACCOUNT } from '../graph/nodes';
import { invalidParameter } from '../graph/errors';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { idsOf } from './deletion';
import { publishStatus } from './templateWebhooks';
import { templates, type TemplateStatus } from './template';

/** Archives and unarchives templates. Each ID has its own result. */
export function archiveRoutes({ graph }: SandboxApp, world: World): void {
	const route = (
		path: string,
		from: TemplateStatus[],
		to: TemplateStatus,
		event: string,
		key: string,
	) =>
		graph.edge(BUSINESS_ACCOUNT, 'POST', `message_templates/${path}`, (account, { params }) => {
			const ids = idsOf(params.hsm_ids);
			if (ids.length < 1 || ids.length > 100)
				throw invalidParameter('hsm_ids must have 1 to 100 IDs.');
			const changed: string[] = [];
			const failed: Record<string, string> = {};
			for (const id of ids) {
				const template = world.use(templates).get(id);
				if (template?.accountId !== account.id) failed[id] = 'Template not found';
				else if (!from.includes(template.status)) failed[id] = `Template is ${template.status}`;
				else {
					template.status = to;
					publishStatus(world, template, event);
					changed.push(id);
				}
			}
			return { [key]: changed, failed_templates: failed };
		});
	route(
		'archive',
		['APPROVED', 'PAUSED', 'REJECTED'],
		'ARCHIVED',
		'ARCHIVED',
		'archived_templates',
	);
	route('unarchive', ['ARCHIVED'], 'APPROVED', 'UNARCHIVED', 'unarchived_templates');
}
