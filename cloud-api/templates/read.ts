import { GraphError, InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { accountId, templateId } from './ids';
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

/** Filters of the list; lists mean "one of these". All are Meta's own. */
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
 * The templates of an account, page by page, as few pages as Meta allows.
 *
 * @throws GraphError, e.g. 100 for an ID that is no account, 200 without whatsapp_business_management
 */
export async function* templates(
	graph: GraphApi,
	account: string,
	filter: TemplateFilter = {},
	{ limit, extraFields = [] }: { limit?: number; extraFields?: string[] } = {},
): AsyncGenerator<Template, void, undefined> {
	yield* graph.items<Template>(
		`${accountId(account)}/message_templates`,
		query(filter, extraFields),
		{
			limit,
			pageSize: PAGE_SIZE,
		},
	);
}

/** One page, for pickers; `after` is the cursor of the next. */
export async function templatePage(
	graph: GraphApi,
	account: string,
	filter: TemplateFilter,
	after?: string,
): Promise<{ items: Template[]; after?: string }> {
	return await graph.page<Template>(`${accountId(account)}/message_templates`, {
		...query(filter, []),
		limit: PAGE_SIZE,
		after,
	});
}

/** A template by its ID. */
export async function getTemplate(graph: GraphApi, id: string): Promise<Template> {
	return await graph.get<Template>(templateId(id), { fields: FIELDS.join(',') });
}

/** A template by its name and language. Throws InvalidInputError that names the languages there are. */
export async function findTemplate(
	graph: GraphApi,
	account: string,
	name: string,
	language: string,
): Promise<Template> {
	const found = await named(graph, account, name);
	const match = found.find((template) => template.language === language);
	if (match) return match;
	throw new InvalidInputError(
		'template',
		found.length > 0
			? `The template "${name}" does not exist in the language "${language}"`
			: `The account has no template "${name}"`,
		found.length > 0
			? `It exists in: ${found
					.map((each) => each.language)
					.sort()
					.join(', ')}.`
			: 'Choose the template from the list. A template belongs to one WhatsApp Business Account; check that the right account is chosen.',
	);
}

/** The languages in which a template exists; none when there is no such name. */
export async function languagesOf(
	graph: GraphApi,
	account: string,
	name: string,
): Promise<string[]> {
	return (await named(graph, account, name)).map(({ language }) => language).sort();
}

/** Meta filters by part of the name. */
async function named(graph: GraphApi, account: string, name: string): Promise<Template[]> {
	const found: Template[] = [];
	for await (const template of templates(graph, account, { name }))
		if (template.name === name) found.push(template);
	return found;
}

/** Whether Meta refused a request only because it does not know the field `last_updated_time`. */
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
