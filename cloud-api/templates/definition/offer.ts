import { characters } from '../../messages/schema';
import { componentOf, type TemplateComponent } from '../template';
import { LIMITS } from './limits';
import type { Problems } from './problems';

/** Checks a limited-time offer and the components that it can be combined with. */
export function checkOffer(
	components: readonly TemplateComponent[],
	{ limited_time_offer: offer }: TemplateComponent,
	category: string,
	problems: Problems,
): void {
	const text = offer?.text ?? '';
	problems.when(
		text.trim() === '' || characters(text) > LIMITS.offerText,
		'limited_time_offer',
		text.trim()
			? `The offer's text has ${characters(text)} characters; the limit is ${LIMITS.offerText}`
			: 'The offer has no text',
		`Enter up to ${LIMITS.offerText} characters, for example "Expiring offer!".`,
	);
	problems.when(
		category !== 'MARKETING',
		'category',
		`A limited-time offer cannot be in the category ${category}`,
		'Choose the category Marketing.',
	);
	const format = componentOf(components, 'HEADER')?.format;
	problems.when(
		format !== undefined && format !== 'IMAGE' && format !== 'VIDEO',
		'header',
		`A limited-time offer has a ${format?.toLowerCase()} header`,
		'Use an image header, a video header, or no header.',
	);
	problems.when(
		componentOf(components, 'FOOTER') !== undefined,
		'footer',
		'A limited-time offer has a footer',
		'Remove the footer.',
	);
}
