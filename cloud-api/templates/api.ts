import { GraphError, InvalidInputError } from '../errors/cloudApiError';
import { graphId, type GraphApi, type Json } from '../graph';
import { checkComponents, checkDefinition } from './definition/check';
import { normaliseComponent, type TemplateDefinition } from './definition/definition';
import { Refusals } from './definition/refusals';
import type { Template, TemplateComponent } from './template';
import { kind } from './template';

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

/** The most templates Meta lets one call delete, archive or unarchive. */
export const MAX_IDS = 100;
const ARCHIVE_HOST = 'https://api.facebook.com';
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

/** Deletes one language of a template. */
export async function deleteTemplate(
	graph: GraphApi,
	account: string,
	{ id, name }: { id: string; name: string },
): Promise<Json> {
	return await graph.delete(`${accountId(account)}/message_templates`, {
		query: { hsm_id: templateId(id), name },
	});
}

/** Deletes a template in every language it exists in. */
export async function deleteAllLanguages(
	graph: GraphApi,
	account: string,
	name: string,
): Promise<Json> {
	return await graph.delete(`${accountId(account)}/message_templates`, { query: { name } });
}

/** Deletes up to 100 templates by ID: all or none. */
export async function deleteTemplates(
	graph: GraphApi,
	account: string,
	ids: readonly string[],
): Promise<Json> {
	return await graph.delete(`${accountId(account)}/message_templates`, {
		query: { hsm_ids: JSON.stringify(idList(ids)) },
	});
}

/** Archives or brings back up to 100 templates; Meta answers for each (meta-api.md §8.1). */
export async function archiveTemplates(
	graph: GraphApi,
	account: string,
	ids: readonly string[],
	direction: 'archive' | 'unarchive',
): Promise<Json> {
	return await graph.post(
		`${accountId(account)}/message_templates/${direction}`,
		{ hsm_ids: idList(ids) },
		{ host: ARCHIVE_HOST },
	);
}

/** Lifts a pause that Meta set because of a rate limit; other pauses end by themselves. */
export async function unpauseTemplate(graph: GraphApi, id: string): Promise<Json> {
	return await graph.post(`${templateId(id)}/unpause`);
}

/** Days over which Meta compares two templates. */
export type ComparisonDays = 7 | 30 | 60 | 90;

/**
 * Compares how often two templates were sent and blocked. Meta answers only when each was sent at least
 * 1,000 times in the days asked for.
 *
 * @param now seconds since 1970
 */
export async function compareTemplates(
	graph: GraphApi,
	{ id, otherId, days, now }: { id: string; otherId: string; days: ComparisonDays; now: number },
): Promise<Json> {
	return await graph.get(`${templateId(id)}/compare`, {
		template_ids: `[${templateId(otherId, 'otherTemplate')}]`,
		start: now - days * 24 * 60 * 60,
		end: now,
	});
}

export interface Migration {
	sourceAccount: string;
	/** Only these; without them all that Meta takes, 500 per page. */
	ids?: readonly string[];
	page?: number;
	count?: number;
}

/** Copies approved templates of another account of the same business; they stay in the source. */
export async function migrateTemplates(
	graph: GraphApi,
	account: string,
	{ sourceAccount, ids, page, count }: Migration,
): Promise<Json> {
	return await graph.post(`${accountId(account)}/migrate_message_templates`, {
		source_waba_id: graphId(sourceAccount, 'sourceAccount', 'The source account ID'),
		...(page !== undefined && { page_number: page }),
		...(count !== undefined && { count }),
		...(ids && ids.length > 0 && { template_ids: ids.map((id) => templateId(id)) }),
	});
}

/** Ready-made templates of Meta's library. */
export async function libraryTemplates(
	graph: GraphApi,
	filter: {
		search?: string;
		topic?: string;
		usecase?: string;
		industry?: string;
		language?: string;
	},
	limit?: number,
): Promise<Json[]> {
	return await graph.list('message_template_library', filter, { limit });
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

function accountId(account: string): string {
	return graphId(account, 'account', 'The WhatsApp Business Account ID');
}

function templateId(id: string, field = 'template'): string {
	return graphId(id, field, 'The template ID');
}

function idList(ids: readonly string[]): string[] {
	if (ids.length >= 1 && ids.length <= MAX_IDS)
		return ids.map((id) => templateId(id, 'templateIds'));
	throw new InvalidInputError(
		'templateIds',
		ids.length === 0 ? 'No template ID was given' : `${ids.length} template IDs were given`,
		`Give 1 to ${MAX_IDS} template IDs at a time, separated by commas or as a list; Template → Get Many gives them.`,
	);
}
