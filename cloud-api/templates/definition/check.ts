import { characters } from '../../messages/schema';
import { buttonsOf, componentOf, type TemplateComponent } from '../template';
import { hasStrayBraces, isPositional, variablesIn } from '../variables';
import { checkAuthentication } from './authentication';
import { checkButtons } from './buttons';
import { checkCarousel } from './carousel';
import { textsOf, type TemplateDefinition } from './definition';
import { checkHeader } from './header';
import { checkLanguage, checkName, checkTimeToLive } from './identity';
import { checkOffer } from './offer';
import { LIMITS } from './limits';
import { Problems } from './problems';
import { checkText } from './text';

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/**
 * Checks a definition against Meta's documented rules (Meta: message templates) and returns all problems.
 * Unknown types and keys pass.
 */
export function checkDefinition(definition: TemplateDefinition): Problems {
	const problems = new Problems();
	checkName(definition.name, problems);
	checkLanguage(definition.language, problems);
	problems.when(
		!CATEGORIES.includes(definition.category),
		'category',
		definition.category
			? `The category ${definition.category} does not exist`
			: 'The category is missing',
		'Choose MARKETING for offers and news, UTILITY for updates about something the customer did, AUTHENTICATION for one-time passwords.',
	);
	checkTimeToLive(definition, problems);
	if (definition.library_template_name) return problems;
	checkComponents(definition.components ?? [], definition.category, problems);
	checkFormat(definition, problems);
	return problems;
}

/** Checks the components of a submitted or edited template. */
export function checkComponents(
	components: readonly TemplateComponent[],
	category: string,
	problems: Problems,
): void {
	const types = components.map(({ type }) => type);
	for (const type of new Set(types.filter((each, index) => types.indexOf(each) < index)))
		problems.add(
			type.toLowerCase(),
			`The template has more than one ${type.toLowerCase().replace(/_/g, ' ')}`,
			'Combine them in one component.',
		);
	const buttons = buttonsOf(components);
	const offer = componentOf(components, 'LIMITED_TIME_OFFER');
	if (category === 'AUTHENTICATION') checkAuthentication(components, problems);
	else {
		problems.when(
			buttons.some(({ type }) => type === 'OTP'),
			'buttons',
			'A one-time password button needs the authentication category',
			'Choose the category Authentication, or another button type.',
		);
		checkTexts(components, problems);
		if (offer) checkOffer(components, offer, category, problems);
		const carousel = componentOf(components, 'CAROUSEL');
		if (carousel) checkAround(components, category, problems);
		if (carousel) checkCarousel(carousel, problems);
	}
	checkButtons(
		buttons,
		{ field: 'buttons', where: 'Button', offer: offer !== undefined },
		problems,
	);
}

function checkTexts(components: readonly TemplateComponent[], problems: Problems): void {
	const header = componentOf(components, 'HEADER');
	if (header) checkHeader(header, 'header', 'Header', problems);
	const body = componentOf(components, 'BODY');
	const max = componentOf(components, 'LIMITED_TIME_OFFER')
		? LIMITS.offerBody
		: header?.format === 'PRODUCT'
			? LIMITS.cardBody
			: LIMITS.body;
	checkText(
		body ?? { type: 'BODY', example: undefined },
		{ field: 'body', where: 'Body', max, running: true },
		problems,
	);
	const footer = componentOf(components, 'FOOTER');
	if (!footer) return;
	const text = footer.text ?? '';
	problems.when(
		text.trim() === '' || characters(text) > LIMITS.footer,
		'footer',
		text.trim()
			? `Footer has ${characters(text)} characters; the limit is ${LIMITS.footer}`
			: 'Footer has no text',
		`Enter up to ${LIMITS.footer} characters, or remove the footer.`,
	);
	problems.when(
		variablesIn(text).length > 0 || hasStrayBraces(text),
		'footer',
		'Footer has a variable or braces',
		'A footer is fixed text. Move what varies to the body.',
	);
}

/** A template with a carousel has a body and nothing else outside the cards. */
function checkAround(
	components: readonly TemplateComponent[],
	category: string,
	problems: Problems,
): void {
	for (const type of ['HEADER', 'FOOTER', 'BUTTONS', 'LIMITED_TIME_OFFER'])
		problems.when(
			componentOf(components, type) !== undefined,
			type.toLowerCase(),
			`A template with a carousel cannot have ${type === 'BUTTONS' ? 'buttons' : `a ${type.toLowerCase().replace(/_/g, ' ')}`} outside the cards`,
			'A template with a carousel has only a body above the cards. Move the rest into the cards.',
		);
	problems.when(
		category !== 'MARKETING',
		'category',
		`A carousel cannot be in the category ${category}`,
		'Choose the category Marketing.',
	);
}

function checkFormat(
	{ parameter_format: format, components = [] }: TemplateDefinition,
	problems: Problems,
): void {
	const texts = textsOf(components).map(variablesIn);
	const all = texts.flat();
	const mixedInside = texts.some((names) => names.some(isPositional) && !names.every(isPositional));
	problems.when(
		!mixedInside && all.some(isPositional) && !all.every(isPositional),
		'components',
		'One component numbers its variables, another names them',
		'Use only numbers or only names.',
	);
	problems.when(
		format === 'POSITIONAL' && all.length > 0 && !all.some(isPositional),
		'parameter_format',
		'The parameter format is POSITIONAL, but the variables have names',
		'Set parameter_format to NAMED, or remove it.',
	);
	problems.when(
		format === 'NAMED' && all.length > 0 && all.every(isPositional),
		'parameter_format',
		'The parameter format is NAMED, but the variables are numbers',
		'Set parameter_format to POSITIONAL, or remove it.',
	);
}
