import { reachesAccount } from '../graph/auth';
import { invalidParameter, unknownObject } from '../graph/errors';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { checkedComponents } from './definition';
import { idsOf } from './deletion';
import { invalidTemplate } from './rejection';
import { startReview } from './review';
import { TEMPLATE, templates, type Template } from './template';

const DAY = 86_400;

/** Migration to another account, upsert in several languages, previews, comparison, and samples. */
export function moveRoutes({ graph }: SandboxApp, world: World): void {
	const store = () => world.use(templates);

	graph.edge(BUSINESS_ACCOUNT, 'POST', 'migrate_message_templates', (account, request) => {
		const source = request.required('source_waba_id');
		if (!reachesAccount(world, request.caller, source)) throw unknownObject('POST', source);
		const wanted =
			request.params.template_ids === undefined ? undefined : idsOf(request.params.template_ids);
		const migrated: string[] = [];
		const failed: Record<string, string> = {};
		for (const template of store().of(source)) {
			if (wanted && !wanted.includes(template.id)) continue;
			const present = store()
				.named(account.id, template.name)
				.some((one) => one.language === template.language);
			if (template.status !== 'APPROVED') failed[template.id] = `Template is ${template.status}`;
			else if (!['GREEN', 'UNKNOWN'].includes(template.quality.score))
				failed[template.id] = 'Template quality is too low';
			else if (present) failed[template.id] = 'Template exists in the destination account';
			else {
				const copy = {
					...structuredClone({ ...template, review: undefined }),
					id: world.ids.object(6),
					accountId: account.id,
				};
				store().add(copy);
				migrated.push(template.id);
			}
		}
		return { migrated_templates: migrated, failed_templates: failed };
	});

	graph.edge(BUSINESS_ACCOUNT, 'POST', 'upsert_message_templates', (account, { params }) => {
		if (String(params.category ?? '').toUpperCase() !== 'AUTHENTICATION') {
			throw invalidParameter(
				'Only AUTHENTICATION templates can be created in several languages at once.',
			);
		}
		const languages = idsOf(params.languages);
		if (languages.length === 0) throw invalidParameter('The parameter languages is required.');
		const name = String(params.name ?? '');
		if (!/^[a-z0-9_]{1,512}$/.test(name)) throw invalidTemplate('Invalid template name.');
		return {
			data: languages.map((language) => {
				const components = checkedComponents(params.components, 'AUTHENTICATION', 'POSITIONAL');
				const present = store()
					.named(account.id, name)
					.find((one) => one.language === language);
				const template: Template = present ?? {
					id: world.ids.object(6),
					accountId: account.id,
					name,
					language,
					category: 'AUTHENTICATION',
					status: 'PENDING',
					rejectedReason: 'NONE',
					parameterFormat: 'POSITIONAL',
					components,
					quality: { score: 'UNKNOWN', date: world.clock.seconds() },
					edits: [],
					allowCategoryChange: true,
				};
				template.components = components;
				if (!present) store().add(template);
				startReview(world, template);
				return { id: template.id, status: template.status, language };
			}),
		};
	});

	graph.edge(BUSINESS_ACCOUNT, 'GET', 'message_template_previews', (_account, { params }) => {
		if (String(params.category ?? '').toUpperCase() !== 'AUTHENTICATION') {
			throw invalidParameter('Previews exist for AUTHENTICATION templates only.');
		}
		const advice = String(params.add_security_recommendation) === 'true';
		const minutes = params.code_expiration_minutes;
		const languages = params.languages === undefined ? ['en_US'] : idsOf(params.languages);
		return {
			data: languages.map((language) => ({
				body: `*{{1}}* is your verification code.${advice ? ' For your security, do not share this code.' : ''}`,
				buttons: [{ autofill_text: 'Autofill', text: 'Copy code' }],
				...(minutes !== undefined && {
					footer: `This code expires in ${String(minutes)} minutes.`,
				}),
				language,
				id: '',
			})),
		};
	});

	graph.edge(BUSINESS_ACCOUNT, 'POST', 'message_samples', () => ({
		success: true,
		category: 'UTILITY',
	}));

	graph.edge(TEMPLATE, 'GET', 'compare', (template, { params }) => {
		const others = idsOf(params.template_ids);
		if (others.length !== 1) throw invalidParameter('template_ids must have exactly one ID.');
		const other = store().get(others[0]);
		if (!other || other.accountId !== template.accountId) throw unknownObject('GET', others[0]);
		const days = (Number(params.end) - Number(params.start)) / DAY;
		if (![7, 30, 60, 90].includes(Math.round(days))) {
			throw invalidParameter('start and end must be 7, 30, 60, or 90 days apart.');
		}
		const pair = [template.id, other.id];
		return {
			data: [
				{ metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: pair },
				{
					metric: 'MESSAGE_SENDS',
					type: 'NUMBER_VALUES',
					number_values: pair.map((key) => ({ key, value: 1000 })),
				},
				{
					metric: 'TOP_BLOCK_REASON',
					type: 'STRING_VALUES',
					string_values: pair.map((key) => ({ key, value: 'UNKNOWN_BLOCK_REASON' })),
				},
			],
		};
	});
}
