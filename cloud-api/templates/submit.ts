import type { GraphApi, Json } from '../graph';
import { checkComponents, checkDefinition } from './definition/check';
import { normaliseComponent, type TemplateDefinition } from './definition/definition';
import { Refusals } from './definition/refusals';
import { accountId, templateId } from './ids';
import { getTemplate } from './read';
import { kind, type Template, type TemplateComponent } from './template';

/** What Meta answers to a submission. */
export interface Submitted {
	id: string;
	/** `PENDING`, or at once `APPROVED` or `REJECTED`. */
	status: string;
	/** The category Meta gave it, which need not be the one asked for. */
	category: string;
}

/**
 * Submits a template for review.
 *
 * Throws InvalidInputError with everything Meta is known to refuse, unless `check` is off.
 */
export async function submitTemplate(
	graph: GraphApi,
	account: string,
	definition: TemplateDefinition,
	{ check = true }: { check?: boolean } = {},
): Promise<Submitted> {
	if (check) checkDefinition(definition).throwAny('Meta would refuse this template');
	return await graph.post<Submitted>(`${accountId(account)}/message_templates`, definition);
}

export interface TemplateEdit {
	/** Replaces all components; Meta keeps none of the old ones. */
	components?: TemplateComponent[];
	category?: string;
	message_send_ttl_seconds?: number;
	[property: string]: unknown;
}

/**
 * Edits a template, after looking at what it is: Meta takes edits of approved, rejected and paused ones
 * only, and no new category for an approved one.
 */
export async function updateTemplate(
	graph: GraphApi,
	id: string,
	edit: TemplateEdit,
	{ check = true }: { check?: boolean } = {},
): Promise<{ template: Template; answer: Json }> {
	const template = await getTemplate(graph, id);
	const components = edit.components?.map(normaliseComponent);
	if (check) {
		const refusals = new Refusals();
		checkEditable(template, edit, refusals);
		if (components) checkComponents(components, kind(edit.category ?? template.category), refusals);
		refusals.throwAny('Meta would refuse this change');
	}
	const answer = await graph.post(templateId(id), { ...edit, ...(components && { components }) });
	return { template, answer };
}

function checkEditable(template: Template, edit: TemplateEdit, refusals: Refusals): void {
	const status = kind(template.status);
	refusals.when(
		!['APPROVED', 'REJECTED', 'PAUSED'].includes(status),
		'template',
		`The template "${template.name}" is ${status.toLowerCase().replace(/_/g, ' ')} and cannot be edited`,
		'Meta takes edits of approved, rejected and paused templates only. Wait for the review, or submit another template.',
	);
	refusals.when(
		status === 'APPROVED' &&
			edit.category !== undefined &&
			kind(edit.category) !== template.category,
		'category',
		`The category of the approved template "${template.name}" cannot be changed`,
		`It stays ${template.category}. Submit a new template in the other category.`,
	);
	refusals.when(
		Object.keys(edit).length === 0,
		'components',
		'There is nothing to change',
		'Give new components, a category or a time to live.',
	);
}
