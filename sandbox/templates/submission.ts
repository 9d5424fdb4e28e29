import { submitFlowButtons } from '../flows/templateFlow';
import { invalidParameter } from '../graph/errors';
import type { GraphRequest } from '../graph/request';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { checkedComponents } from './definition';
import { fromLibrary } from './library';
import { invalidTemplate, NAME_TAKEN, TOO_MANY } from './rejection';
import { correctCategory, startReview } from './review';
import { CATEGORIES, formatOf, ttl } from './rules';
import { templates, type Template } from './template';

/** Templates per account, counting every language. */
export const MAX_TEMPLATES = 6000;

/** Creates a template. A library template is approved at once, any other is reviewed. */
export function createTemplate(
	world: World,
	account: BusinessAccount,
	request: GraphRequest,
): unknown {
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
	if (store.of(account.id).length >= MAX_TEMPLATES) {
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
		...subCategory(params.sub_category),
		...(ready && { libraryTemplateName: String(params.library_template_name) }),
		edits: [],
		allowCategoryChange:
			params.allow_category_change !== false && params.allow_category_change !== 'false',
	};
	submitFlowButtons(world, account, template);
	store.add(template);
	if (ready) {
		template.status = 'APPROVED';
	} else {
		correctCategory(template);
		startReview(world, template);
	}
	return { id: template.id, status: template.status, category: template.category };
}

function subCategory(given: unknown): { subCategory?: string } {
	if (given === undefined || given === null || given === '') return {};
	if (typeof given !== 'string') throw invalidParameter('Param sub_category must be a string.');
	return { subCategory: given.toUpperCase() };
}
