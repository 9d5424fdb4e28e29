import { requireScope } from '../graph/auth';
import { GraphError, invalidParameter } from '../graph/errors';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { GraphRequest } from '../graph/request';
import type { SandboxApp } from '../modules';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { archiveRoutes } from './archive';
import { checkedComponents } from './definition';
import { deleteTemplates } from './deletion';
import { fromLibrary, library } from './library';
import { moveRoutes } from './moving';
import { invalidTemplate, LOCKED, NAME_TAKEN, TOO_MANY } from './refusal';
import { correctCategory, startReview } from './review';
import { templateHook } from './sending';
import { tellComponents, tellStatus } from './tell';
import { TEMPLATE, templates, type Template } from './template';

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const MOST_TEMPLATES = 6000;
const DAY = 86_400_000;

/** Templates: submit, list with filters, read, edit, delete, and what else their edges offer. */
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
			sub_category: () => undefined,
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
		const chosen = filtered(world.use(templates).of(account.id), request);
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
					message_template_limit: MOST_TEMPLATES,
					are_translations_complete: true,
				},
			}),
		};
	});
	graph.edge(BUSINESS_ACCOUNT, 'POST', 'message_templates', (account, request) =>
		create(world, account, request),
	);
	graph.edge(BUSINESS_ACCOUNT, 'DELETE', 'message_templates', (account, request) =>
		deleteTemplates(world, account, request),
	);
	graph.edge(TEMPLATE, 'POST', '', (template, request) => edit(world, template, request));
	graph.edge(TEMPLATE, 'POST', 'unpause', (template) => {
		if (template.status !== 'PAUSED') throw invalidTemplate('The template is not paused.', LOCKED);
		template.status = 'APPROVED';
		tellStatus(world, template, 'REINSTATED');
		return { success: true, reason: '' };
	});
	graph.path('GET', 'message_template_library', (request) => {
		requireScope(request.caller, 'whatsapp_business_management');
		return paginate(library(request), request, ({ id }) => id);
	});
	archiveRoutes(app, world);
	moveRoutes(app, world);
}

function filtered(all: Template[], { params }: GraphRequest): Template[] {
	const list = (name: string) => {
		const value = params[name];
		if (typeof value !== 'string' || value === '') return undefined;
		return value.replace(/[[\]"\s]/g, '').split(',');
	};
	const [statuses, categories, languages, scores] = [
		'status',
		'category',
		'language',
		'quality_score',
	].map(list);
	const text = (template: Template) =>
		template.components.map((component) => component.text ?? '').join('\n');
	const contains = (haystack: string, needle: unknown) =>
		typeof needle !== 'string' || haystack.toLowerCase().includes(needle.toLowerCase());
	return all.filter(
		(template) =>
			(!statuses || statuses.includes(template.status)) &&
			(!categories || categories.includes(template.category)) &&
			(!languages || languages.includes(template.language)) &&
			(!scores || scores.includes(template.quality.score)) &&
			contains(template.name, params.name) &&
			contains(text(template), params.content) &&
			contains(`${template.name}\n${text(template)}`, params.name_or_content),
	);
}

function create(world: World, account: BusinessAccount, request: GraphRequest): unknown {
	const { params } = request;
	const name = request.required('name');
	const language = request.required('language');
	const category = request.required('category').toUpperCase();
	const store = world.use(templates);
	if (!/^[a-z0-9_]{1,512}$/.test(name)) {
		throw invalidTemplate(
			'Message template name can only have lowercase letters and underscores.',
			undefined,
			'Invalid template name',
		);
	}
	if (!/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(language)) {
		throw invalidParameter(`Param language must be one of {AF, SQ, AR, …} - got "${language}".`);
	}
	if (!CATEGORIES.includes(category)) {
		throw invalidParameter(
			`Param category must be one of {UTILITY, MARKETING, AUTHENTICATION} - got "${category}".`,
		);
	}
	if (store.of(account.id).length >= MOST_TEMPLATES) {
		throw invalidTemplate('The limit of templates for this account is reached.', TOO_MANY);
	}
	const taken = store.named(account.id, name).some((one) => one.language === language);
	if (taken || store.blockedUntil(account.id, name, language) > world.clock.now()) {
		throw invalidTemplate(
			taken
				? `There is already ${language} content for this template. You can create a new template and try again.`
				: `New ${language} content can't be added while the existing ${language} content is being deleted. Try again in 4 weeks or create a new template.`,
			NAME_TAKEN,
			'Content in this language already exists',
		);
	}
	const ready = params.library_template_name ? fromLibrary(request) : undefined;
	const format = formatOf(params.parameter_format);
	const template: Template = {
		id: world.ids.object(6),
		accountId: account.id,
		name,
		language,
		category: ready?.category ?? category,
		status: 'PENDING',
		rejectedReason: 'NONE',
		parameterFormat: ready ? 'POSITIONAL' : format,
		components: ready?.components ?? checkedComponents(params.components, category, format),
		quality: { score: 'UNKNOWN', date: world.clock.seconds() },
		messageSendTtlSeconds: ttl(params.message_send_ttl_seconds, category),
		...(ready && { libraryTemplateName: String(params.library_template_name) }),
		edits: [],
		allowCategoryChange:
			params.allow_category_change !== false && params.allow_category_change !== 'false',
	};
	store.add(template);
	if (ready) {
		template.status = 'APPROVED';
	} else {
		correctCategory(template);
		startReview(world, template);
	}
	return { id: template.id, status: template.status, category: template.category };
}

/** Without `parameter_format` the definition is positional, as it always was. */
function formatOf(given: unknown): Template['parameterFormat'] {
	if (given === undefined || given === null || given === '') return 'POSITIONAL';
	const format = String(given).toUpperCase();
	if (format === 'NAMED' || format === 'POSITIONAL') return format;
	throw invalidParameter('Param parameter_format must be one of {NAMED, POSITIONAL}.');
}

const TTL: Record<string, [number, number]> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};

function ttl(given: unknown, category: string): number | undefined {
	if (given === undefined) return undefined;
	const seconds = Number(given);
	const [least, most] = TTL[category];
	if (seconds === -1 || (Number.isInteger(seconds) && seconds >= least && seconds <= most)) {
		return seconds;
	}
	throw invalidTemplate(
		`message_send_ttl_seconds must lie between ${least} and ${most} for ${category}.`,
	);
}

/** Only approved, rejected and paused templates can be edited; an approved one once a day and ten times in 30 days. */
function edit(world: World, template: Template, { params }: GraphRequest): unknown {
	if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
		throw invalidTemplate(
			`Message templates can only be edited when they are APPROVED, REJECTED or PAUSED; this one is ${template.status}.`,
			LOCKED,
		);
	}
	const category =
		params.category === undefined ? template.category : String(params.category).toUpperCase();
	if (category !== template.category && template.status === 'APPROVED') {
		throw invalidTemplate('The category of an approved template cannot be changed.', LOCKED);
	}
	if (!CATEGORIES.includes(category)) throw invalidParameter('Param category is not valid.');
	const format =
		params.parameter_format === undefined
			? template.parameterFormat
			: formatOf(params.parameter_format);
	const components =
		params.components === undefined
			? undefined
			: checkedComponents(params.components, category, format);
	const seconds = ttl(params.message_send_ttl_seconds, category);
	const now = world.clock.now();
	if (template.status === 'APPROVED' && components) {
		template.edits = template.edits.filter((time) => time > now - 30 * DAY);
		if (template.edits.some((time) => time > now - DAY) || template.edits.length >= 10) {
			throw new GraphError({
				code: 100,
				subcode: LOCKED,
				message: 'Invalid parameter',
				userTitle: "Message template can't be edited",
				userMessage: 'An approved template can be edited once a day and 10 times in 30 days.',
			});
		}
		template.edits.push(now);
	}
	if (seconds !== undefined) template.messageSendTtlSeconds = seconds;
	template.category = category;
	template.parameterFormat = format;
	if (components) {
		template.components = components;
		tellComponents(world, template);
		startReview(world, template);
	}
	return { success: true, id: template.id, name: template.name, category: template.category };
}
