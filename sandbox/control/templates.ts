import { ControlError } from './controlError';
import { templateGroups } from '../templates/groups';
import { REVIEW_RULES } from '../templates/review';
import { publishCategory, publishQuality, publishStatus } from '../templates/templateWebhooks';
import { approved, templates, type Component, type Template } from '../templates/template';
import type { World } from '../world/world';
import type { Call } from './call';
import type { TemplateChange, TemplateGroupInput, TemplateInput, TemplateView } from './types';

/** Control calls that add and change templates without a review. */
export function templateControls(call: Call, world: World): void {
	const store = () => world.use(templates);

	call('GET', '/templates', () =>
		[...world.directory.accounts.keys()].flatMap((id) => store().of(id)).map(view),
	);
	call('GET', '/templates/review-rules', () =>
		REVIEW_RULES.map(({ outcome, when }) => ({ outcome, when })),
	);
	call('POST', '/templates', (input: TemplateInput) => {
		if (!input.name || !Array.isArray(input.components)) {
			throw new ControlError('A template requires a name and components');
		}
		const template: Template = {
			...approved(world, input.businessAccountId ?? world.seed.businessAccountId),
			name: input.name,
			components: input.components as unknown as Component[],
			...(input.language && { language: input.language }),
			...(input.category && { category: input.category }),
			...(input.status && { status: input.status as Template['status'] }),
			...(input.subCategory && { subCategory: input.subCategory }),
			parameterFormat: input.parameterFormat ?? formatOfText(input.components),
		};
		store().add(template);
		return view(template);
	});
	call('POST', '/template-groups', (input: TemplateGroupInput): { id: string } => {
		const missing = input.templateIds.find((id) => !store().get(id));
		if (missing !== undefined) throw new ControlError(`There is no template ${missing}`, 404);
		const id = world.ids.object(6);
		world.use(templateGroups).set(id, {
			id,
			name: input.name ?? `Template group ${id}`,
			businessAccountId: input.businessAccountId ?? world.seed.businessAccountId,
			templateIds: input.templateIds,
		});
		return { id };
	});
	call('PATCH', '/templates/:id', (change: TemplateChange, { id }) => {
		const template = store().get(id);
		if (!template) throw new ControlError(`There is no template ${id}`, 404);
		template.review?.cancel();
		if (change.quality !== undefined) {
			const previous = template.quality.score;
			template.quality = { score: change.quality, date: world.clock.seconds() };
			publishQuality(world, template, previous);
		}
		if (change.category !== undefined && change.category !== template.category) {
			template.previousCategory = template.category;
			template.category = change.category;
			publishCategory(world, template);
		}
		if (change.status !== undefined) {
			template.status = change.status as Template['status'];
			template.rejectedReason = change.rejectedReason ?? 'NONE';
			publishStatus(world, template, change.status, { reason: template.rejectedReason });
		}
		world.bus.emit(() => ({ type: 'template', template: { ...view(template) } }));
		return view(template);
	});
}

/** NAMED if a variable has a name, as Meta stores such templates. */
function formatOfText(components: unknown): Template['parameterFormat'] {
	return /\{\{\s*[a-z_]/.test(JSON.stringify(components)) ? 'NAMED' : 'POSITIONAL';
}

function view(template: Template): TemplateView {
	const { id, accountId, name, language, category, status, rejectedReason, quality } = template;
	return {
		id,
		businessAccountId: accountId,
		name,
		language,
		category,
		status,
		rejectedReason,
		quality: quality.score,
	};
}
