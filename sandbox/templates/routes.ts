import { requireScope } from '../graph/auth';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { archiveRoutes } from './archive';
import { deleteTemplates } from './deletion';
import { editTemplate } from './editing';
import { library } from './library';
import { chosenTemplates } from './listing';
import { moveRoutes } from './moving';
import { invalidTemplate, LOCKED } from './rejection';
import { templateHook } from './sending';
import { createTemplate, MAX_TEMPLATES } from './submission';
import { publishStatus } from './templateWebhooks';
import { TEMPLATE, templates } from './template';

/** Templates: submit, list, read, edit, delete, and the other edges. */
export function templateRoutes(app: SandboxApp, world: World): void {
	const { graph } = app;
	world.templates = templateHook(world);
	graph.node(TEMPLATE, {
		find: (id) => world.use(templates).get(id),
		accountIdOf: (template) => template.accountId,
		defaults: ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'],
		fields: {
			id: ({ id }) => id,
			name: ({ name }) => name,
			language: ({ language }) => language,
			status: ({ status }) => status,
			category: ({ category }) => category,
			sub_category: ({ subCategory }) => subCategory,
			previous_category: ({ previousCategory }) => previousCategory,
			correct_category: () => undefined,
			parameter_format: ({ parameterFormat }) => parameterFormat,
			components: ({ components }) => components,
			quality_score: ({ quality }) => quality,
			rejected_reason: ({ rejectedReason }) => rejectedReason,
			message_send_ttl_seconds: ({ messageSendTtlSeconds }) => messageSendTtlSeconds,
			library_template_name: ({ libraryTemplateName }) => libraryTemplateName,
			cta_url_link_tracking_opted_out: () => undefined,
			degrees_of_freedom_spec: () => undefined,
			optimization_spec: () => undefined,
			source: () => undefined,
			health_status: ({ id, status }) => ({
				can_send_message: status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
				entities: [
					{
						entity_type: 'MESSAGE_TEMPLATE',
						id,
						can_send_message: status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
					},
				],
			}),
		},
	});
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'message_templates', async (account, request) => {
		const chosen = chosenTemplates(world.use(templates).of(account.id), request);
		const { data, ...rest } = paginate(chosen, request, (template) => template.id);
		return {
			data: await Promise.all(
				data.map(async (template) => await graph.project(TEMPLATE, template, request)),
			),
			...rest,
			...(request.params.summary !== undefined && {
				summary: {
					total_count: chosen.length,
					message_template_count: world.use(templates).of(account.id).length,
					message_template_limit: MAX_TEMPLATES,
					are_translations_complete: true,
				},
			}),
		};
	});
	graph.edge(BUSINESS_ACCOUNT, 'POST', 'message_templates', (account, request) =>
		createTemplate(world, account, request),
	);
	graph.edge(BUSINESS_ACCOUNT, 'DELETE', 'message_templates', (account, request) =>
		deleteTemplates(world, account, request),
	);
	graph.edge(TEMPLATE, 'POST', '', (template, request) => editTemplate(world, template, request));
	graph.edge(TEMPLATE, 'POST', 'unpause', (template) => {
		if (template.status !== 'PAUSED') throw invalidTemplate('The template is not paused.', LOCKED);
		template.status = 'APPROVED';
		publishStatus(world, template, 'REINSTATED');
		return { success: true, reason: '' };
	});
	graph.path('GET', 'message_template_library', (request) => {
		requireScope(request.caller, 'whatsapp_business_management');
		return paginate(library(request), request, ({ id }) => id);
	});
	archiveRoutes(app, world);
	moveRoutes(app, world);
}
