import { GraphError, InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { accountId, templateId } from './ids';
import { readTemplate } from './readTemplate';
import type { Template } from './template';

const FIELDS = [
	'id',
	'name',
	'status',
	'category',
	'language',
	'components',
	'quality_score',
	'rejected_reason',
	'parameter_format',
	'previous_category',
	'correct_category',
	'library_template_name',
	'message_send_ttl_seconds',
	'sub_category',
];

const PAGE_SIZE = 100;

/** Filters of the list (Meta: message templates); a list matches any of its values. */
export interface TemplateFilter {
	/** Part of the name. */
	name?: string;
	/** Part of the text. */
	content?: string;
	/** Part of the name or the text. */
	nameOrContent?: string;
	status?: string[];
	category?: string[];
	language?: string[];
	quality?: string[];
}

/**
 * Yields the templates of an account, 100 per request.
 *
 * @throws GraphError, e.g. 100 for an invalid account ID, 200 without whatsapp_business_management
 */
export async function* templates(
	graph: GraphApi,
	account: string,
	filter: TemplateFilter = {},
	{ limit, extraFields = [] }: { limit?: number; extraFields?: string[] } = {},
): AsyncGenerator<Template, void, undefined> {
	const path = `${accountId(account)}/message_templates`;
	const page = { limit, pageSize: PAGE_SIZE };
	for await (const answer of graph.items(path, query(filter, extraFields), page))
		yield readTemplate(answer);
}

/** Returns one page; `after` is the cursor of the next page. */
export async function templatePage(
	graph: GraphApi,
	account: string,
	filter: TemplateFilter,
	after?: string,
): Promise<{ items: Template[]; after?: string }> {
	const page = await graph.page(`${accountId(account)}/message_templates`, {
		...query(filter, []),
		limit: PAGE_SIZE,
		after,
	});
	return { ...page, items: page.items.map(readTemplate) };
}

/** Returns a template by its ID. */
export async function getTemplate(graph: GraphApi, id: string): Promise<Template> {
	return readTemplate(await graph.get(templateId(id), { fields: FIELDS.join(',') }));
}

/** Returns a template by name and language. Throws InvalidInputError with the existing languages or similar names. */
export async function findTemplate(
	graph: GraphApi,
	account: string,
	name: string,
	language: string,
): Promise<Template> {
	const similar: Template[] = [];
	for await (const template of templates(graph, account, { name })) similar.push(template);
	const found = similar.filter((template) => template.name === name);
	const match = found.find((template) => template.language === language);
	if (match) return match;
	if (found.length > 0)
		throw new InvalidInputError(
			'template',
			`The template "${name}" does not exist in the language "${language}"`,
			`It exists in: ${found
				.map((each) => each.language)
				.sort()
				.join(', ')}.`,
		);
	const names = [...new Set(similar.map((each) => each.name))].slice(0, 5);
	throw new InvalidInputError(
		'template',
		`The template "${name}" does not exist in this account`,
		`${names.length > 0 ? `Similar names: ${names.join(', ')}. ` : ''}Choose the template from the list. A template belongs to one WhatsApp Business Account; check the "WhatsApp Business Account" parameter.`,
	);
}

/** Returns the languages of a template; empty if it does not exist. */
export async function languagesOf(
	graph: GraphApi,
	account: string,
	name: string,
): Promise<string[]> {
	return (await named(graph, account, name)).map(({ language }) => language).sort();
}

/** Meta's filter matches parts of the name. */
async function named(graph: GraphApi, account: string, name: string): Promise<Template[]> {
	const found: Template[] = [];
	for await (const template of templates(graph, account, { name }))
		if (template.name === name) found.push(template);
	return found;
}

/** Whether Meta rejected a request because it does not know the field `last_updated_time`. */
export function isUnknownField(error: unknown): boolean {
	return (
		error instanceof GraphError &&
		error.envelope.code === 100 &&
		/last_updated_time/.test(error.envelope.message)
	);
}

function query(
	filter: TemplateFilter,
	extraFields: string[],
): Record<string, string | string[] | undefined> {
	return {
		fields: [...FIELDS, ...extraFields].join(','),
		name: filter.name,
		content: filter.content,
		name_or_content: filter.nameOrContent,
		status: filter.status,
		category: filter.category,
		language: filter.language,
		quality_score: filter.quality,
	};
}
