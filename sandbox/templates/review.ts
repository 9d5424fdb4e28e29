import type { World } from '../world/world';
import { publishStatus } from './templateWebhooks';
import { componentOf, type Template } from './template';

/**
 * The review rules of the sandbox. They are few and public, so that a test or a demo can produce
 * each outcome. Meta's review checks more.
 */
export const REVIEW_RULES: ReadonlyArray<{
	outcome: string;
	when: string;
	matches(text: string, template: Template): boolean;
	reject?: string;
	category?: string;
}> = [
	{
		outcome: 'REJECTED, SCAM',
		when: 'the text promises a lottery win or a prize ("lottery", "you have won", "claim your prize")',
		matches: (text) => /lottery|you have won|claim your prize/i.test(text),
		reject: 'SCAM',
	},
	{
		outcome: 'REJECTED, ABUSIVE_CONTENT',
		when: 'the text threatens ("or else", "we will find you")',
		matches: (text) => /or else|we will find you/i.test(text),
		reject: 'ABUSIVE_CONTENT',
	},
	{
		outcome: 'REJECTED, INVALID_FORMAT',
		when: 'a URL button uses a link shortener or wa.me',
		matches: (_, template) =>
			(componentOf(template, 'BUTTONS')?.buttons ?? []).some(({ url }) =>
				/\/\/(bit\.ly|tinyurl\.com|wa\.me)\//i.test(url ?? ''),
			),
		reject: 'INVALID_FORMAT',
	},
	{
		outcome: 'REJECTED, TAG_CONTENT_MISMATCH',
		when: 'the language is English and the text is in another script',
		matches: (text, { language }) =>
			language.startsWith('en') &&
			/[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Arabic}]/u.test(text),
		reject: 'TAG_CONTENT_MISMATCH',
	},
	{
		outcome: 'category changed to MARKETING',
		when: 'a UTILITY template advertises ("sale", "discount", "% off", "special offer")',
		matches: (text, { category }) =>
			category === 'UTILITY' && /\bsale\b|discount|% off|special offer/i.test(text),
		category: 'MARKETING',
	},
];

/** Duration of a review on the sandbox's clock. */
export const REVIEW_MS = 2_000;

/** Changes a wrong category on submission, if allowed. */
export function correctCategory(template: Template): void {
	const rule = ruleFor(template);
	if (!rule?.category || !template.allowCategoryChange) return;
	template.previousCategory = template.category;
	template.category = rule.category;
}

/** Schedules the review. Its outcome is published by webhook. */
export function startReview(world: World, template: Template): void {
	template.status = 'PENDING';
	template.rejectedReason = 'NONE';
	template.review?.cancel();
	template.review = world.clock.after(REVIEW_MS, () => review(world, template));
}

function review(world: World, template: Template): void {
	template.review = undefined;
	const rule = ruleFor(template);
	const reason = rule?.reject ?? (rule?.category ? 'INCORRECT_CATEGORY' : undefined);
	template.status = reason ? 'REJECTED' : 'APPROVED';
	template.rejectedReason = reason ?? 'NONE';
	publishStatus(world, template, template.status, { reason: template.rejectedReason });
}

function ruleFor(template: Template) {
	const text = template.components
		.flatMap((component) => [
			component.text,
			...(component.cards ?? []).flatMap((card) => card.components.map((part) => part.text)),
		])
		.filter(Boolean)
		.join('\n');
	return REVIEW_RULES.find(({ matches }) => matches(text, template));
}
