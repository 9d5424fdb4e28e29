import { characters } from '../../messages/schema';
import { componentOf, type TemplateComponent } from '../template';
import { LIMITS } from './limits';
import type { Refusals } from './refusals';

/** What Meta refuses about a limited-time offer and what stands beside it. */
export function checkOffer(
	components: readonly TemplateComponent[],
	{ limited_time_offer: offer }: TemplateComponent,
	category: string,
	refusals: Refusals,
): void {
	const text = offer?.text ?? '';
	refusals.when(
		text.trim() === '' || characters(text) > LIMITS.offerText,
		'limited_time_offer',
		text.trim()
			? `The offer's text has ${characters(text)} characters, Meta takes ${LIMITS.offerText}`
			: 'The offer has no text',
		`Write up to ${LIMITS.offerText} characters, for example "Expiring offer!".`,
	);
	refusals.when(
		category !== 'MARKETING',
		'category',
		`A limited-time offer stands in the category ${category}`,
		'Choose the category Marketing.',
	);
	const format = componentOf(components, 'HEADER')?.format;
	refusals.when(
		format !== undefined && format !== 'IMAGE' && format !== 'VIDEO',
		'header',
		`A limited-time offer has a ${format?.toLowerCase()} header`,
		'Use an image or a video, or no header.',
	);
	refusals.when(
		componentOf(components, 'FOOTER') !== undefined,
		'footer',
		'A limited-time offer has a footer',
		'Leave the footer out.',
	);
}
