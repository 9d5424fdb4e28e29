import { characters } from '../../messages/schema';
import { buttonsOf, componentOf, type TemplateComponent } from '../template';
import { isPositional, variablesIn } from '../variables';
import { checkAuthentication } from './authentication';
import { checkButtons } from './buttons';
import { checkCarousel } from './carousel';
import { textsOf, type TemplateDefinition } from './definition';
import { checkHeader } from './header';
import { checkLanguage, checkName, checkTimeToLive } from './identity';
import { checkOffer } from './offer';
import { LIMITS } from './limits';
import { Refusals } from './refusals';
import { checkText } from './text';

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/**
 * Everything Meta is known to refuse in a definition, in one list (Meta: message templates); an empty list
 * means that Meta will take it into review. What is unknown passes.
 */
export function checkDefinition(definition: TemplateDefinition): Refusals {
	const refusals = new Refusals();
	checkName(definition.name, refusals);
	checkLanguage(definition.language, refusals);
	refusals.when(
		!CATEGORIES.includes(definition.category),
		'category',
		definition.category
			? `The category ${definition.category} does not exist`
			: 'The category is missing',
		'Choose MARKETING for offers and news, UTILITY for updates about something the customer did, AUTHENTICATION for one-time passwords.',
	);
	checkTimeToLive(definition, refusals);
	if (definition.library_template_name) return refusals;
	checkComponents(definition.components ?? [], definition.category, refusals);
	checkFormat(definition, refusals);
	return refusals;
}

/** The parts of a template, as they are submitted and edited. */
export function checkComponents(
	components: readonly TemplateComponent[],
	category: string,
	refusals: Refusals,
): void {
	const types = components.map(({ type }) => type);
	for (const type of new Set(types.filter((each, index) => types.indexOf(each) < index)))
		refusals.add(
			type.toLowerCase(),
			`The template has more than one ${type.toLowerCase().replace(/_/g, ' ')}`,
			'Join them to one component.',
		);
	const buttons = buttonsOf(components);
	const offer = componentOf(components, 'LIMITED_TIME_OFFER');
	if (category === 'AUTHENTICATION') checkAuthentication(components, refusals);
	else {
		refusals.when(
			buttons.some(({ type }) => type === 'OTP'),
			'buttons',
			'A one-time password button stands in a template of another category',
			'Choose the category Authentication, or another kind of button.',
		);
		checkTexts(components, refusals);
		if (offer) checkOffer(components, offer, category, refusals);
		const carousel = componentOf(components, 'CAROUSEL');
		if (carousel) checkAround(components, category, refusals);
		if (carousel) checkCarousel(carousel, refusals);
	}
	checkButtons(
		buttons,
		{ field: 'buttons', where: 'Button', offer: offer !== undefined },
		refusals,
	);
}

function checkTexts(components: readonly TemplateComponent[], refusals: Refusals): void {
	const header = componentOf(components, 'HEADER');
	if (header) checkHeader(header, 'header', 'Header', refusals);
	const body = componentOf(components, 'BODY');
	const max = componentOf(components, 'LIMITED_TIME_OFFER')
		? LIMITS.offerBody
		: header?.format === 'PRODUCT'
			? LIMITS.cardBody
			: LIMITS.body;
	checkText(
		body ?? { type: 'BODY', example: undefined },
		{ field: 'body', where: 'Body', max, running: true },
		refusals,
	);
	const footer = componentOf(components, 'FOOTER');
	if (!footer) return;
	const text = footer.text ?? '';
	refusals.when(
		text.trim() === '' || characters(text) > LIMITS.footer,
		'footer',
		text.trim()
			? `Footer has ${characters(text)} characters, Meta takes ${LIMITS.footer}`
			: 'Footer has no text',
		`Write up to ${LIMITS.footer} characters, or leave the footer out.`,
	);
	refusals.when(
		variablesIn(text).length > 0,
		'footer',
		'Footer has a variable',
		'Footers are fixed text; move what varies into the body.',
	);
}

/** A carousel stands below a body and beside nothing else. */
function checkAround(
	components: readonly TemplateComponent[],
	category: string,
	refusals: Refusals,
): void {
	for (const type of ['HEADER', 'FOOTER', 'BUTTONS', 'LIMITED_TIME_OFFER'])
		refusals.when(
			componentOf(components, type) !== undefined,
			type.toLowerCase(),
			`A carousel stands beside ${type === 'BUTTONS' ? 'buttons' : `a ${type.toLowerCase().replace(/_/g, ' ')}`} of the template itself`,
			'Beside a carousel there is only the body; move the rest into the cards.',
		);
	refusals.when(
		category !== 'MARKETING',
		'category',
		`A carousel stands in the category ${category}`,
		'Choose the category Marketing.',
	);
}

function checkFormat(
	{ parameter_format: format, components = [] }: TemplateDefinition,
	refusals: Refusals,
): void {
	const texts = textsOf(components).map(variablesIn);
	const all = texts.flat();
	const mixedInside = texts.some((names) => names.some(isPositional) && !names.every(isPositional));
	refusals.when(
		!mixedInside && all.some(isPositional) && !all.every(isPositional),
		'components',
		'One part of the template numbers its variables, another names them',
		'Use numbers everywhere or names everywhere.',
	);
	refusals.when(
		format === 'POSITIONAL' && all.length > 0 && !all.some(isPositional),
		'parameter_format',
		'The parameter format is POSITIONAL, but the variables have names',
		'Set parameter_format to NAMED, or leave it out.',
	);
	refusals.when(
		format === 'NAMED' && all.length > 0 && all.every(isPositional),
		'parameter_format',
		'The parameter format is NAMED, but the variables are numbers',
		'Set parameter_format to POSITIONAL, or leave it out.',
	);
}
