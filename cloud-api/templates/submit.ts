import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { checkComponents, checkDefinition } from './definition/check';
import type { TemplateDefinition } from './definition/definition';
import { withUploadedSamples } from './definition/headerSample';
import { Problems } from './definition/problems';
import { accountId, templateId } from './ids';
import { getTemplate } from './read';
import { upper, type Template, type TemplateComponent } from './template';

/** Meta's response to a submission. */
export interface Submitted {
	id: string;
	/** `PENDING`, `APPROVED`, or `REJECTED`. */
	status: string;
	/** The assigned category, which can differ from the requested one. */
	category: string;
}

export interface SubmitOptions {
	/** Whether to check against Meta's documented rules first; default true. */
	check?: boolean;
	/** Uploads the sample of a binary field for a header format and returns its upload handle. */
	uploadSample?: (binaryField: string, format: string) => Promise<string>;
}

/**
 * Submits a template for review. Samples are uploaded after the check.
 *
 * @param definition as returned by `readDefinition`
 * @throws InvalidInputError with all problems, unless `check` is false
 */
export async function submitTemplate(
	graph: GraphApi,
	account: string,
	definition: TemplateDefinition,
	{ check = true, uploadSample = noUpload }: SubmitOptions = {},
): Promise<Submitted> {
	if (check) checkDefinition(definition).throwAny('Meta would reject this template');
	const { components } = definition;
	return await graph.post<Submitted>(`${accountId(account)}/message_templates`, {
		...definition,
		...(components && { components: await withUploadedSamples(components, uploadSample) }),
	});
}

export interface TemplateEdit {
	/** Replaces all components; as returned by `readDefinition`. */
	components?: TemplateComponent[];
	category?: string;
	message_send_ttl_seconds?: number;
	[property: string]: unknown;
}

/**
 * Edits a template after reading its status. Only approved, rejected, and paused templates can be edited,
 * and an approved template keeps its category. Samples are uploaded after the check.
 */
export async function updateTemplate(
	graph: GraphApi,
	id: string,
	edit: TemplateEdit,
	{ check = true, uploadSample = noUpload }: SubmitOptions = {},
): Promise<{ template: Template; answer: Json }> {
	const template = await getTemplate(graph, id);
	const { components } = edit;
	if (check) {
		const problems = new Problems();
		checkEditable(template, edit, problems);
		if (components)
			checkComponents(components, upper(edit.category ?? template.category), problems);
		problems.throwAny('Meta would reject this change');
	}
	const answer = await graph.post(templateId(id), {
		...edit,
		...(components && { components: await withUploadedSamples(components, uploadSample) }),
	});
	return { template, answer };
}

async function noUpload(binaryField: string): Promise<string> {
	throw new InvalidInputError(
		'components',
		`The sample "${binaryField}" is not uploaded`,
		'Upload it with resumableUpload, and use its upload handle.',
	);
}

function checkEditable(template: Template, edit: TemplateEdit, problems: Problems): void {
	const status = upper(template.status);
	problems.when(
		!['APPROVED', 'REJECTED', 'PAUSED'].includes(status),
		'template',
		`The template "${template.name}" has the status ${status} and cannot be edited`,
		'Only approved, rejected, and paused templates can be edited. Wait for the review, or submit another template.',
	);
	problems.when(
		status === 'APPROVED' &&
			edit.category !== undefined &&
			upper(edit.category) !== template.category,
		'category',
		`The category of the approved template "${template.name}" cannot be changed`,
		`It stays ${template.category}. Submit a new template in the other category.`,
	);
	problems.when(
		Object.keys(edit).length === 0,
		'components',
		'There is nothing to change',
		'Enter new content, a category, or a time to live.',
	);
}
