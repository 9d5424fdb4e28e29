import { buttonsOf, componentOf, type TemplateCard, type TemplateComponent } from '../template';
import { checkButtons } from './buttons';
import { checkHeader } from './header';
import { LIMITS } from './limits';
import type { Refusals } from './refusals';
import { checkText } from './text';

const CARD_HEADERS = ['IMAGE', 'VIDEO', 'PRODUCT'];

/** What Meta refuses in a carousel: its cards, and that they differ in structure. */
export function checkCarousel(carousel: TemplateComponent, refusals: Refusals): void {
	const cards = carousel.cards ?? [];
	refusals.when(
		cards.length < LIMITS.minCards || cards.length > LIMITS.maxCards,
		'cards',
		`The carousel has ${cards.length} card${cards.length === 1 ? '' : 's'}, Meta takes ${LIMITS.minCards} to ${LIMITS.maxCards}`,
		'Add or remove cards. A media carousel is sent with exactly the cards it was approved with; one of products with up to 10.',
	);
	cards.forEach((card, index) => checkCard(card, index, refusals));
	const [first, ...others] = cards.map(structureOf);
	const differing = others.findIndex((structure) => structure !== first);
	refusals.when(
		differing >= 0,
		'cards',
		`Card ${differing + 2} is built differently from card 1 (${others[differing]} instead of ${first})`,
		'Give all cards the same kind of header, a body on all or on none, and the same kinds of buttons in the same order.',
	);
}

function checkCard({ components }: TemplateCard, index: number, refusals: Refusals): void {
	const field = `cards[${index}]`;
	const where = `Card ${index + 1}`;
	const header = componentOf(components, 'HEADER');
	if (header && CARD_HEADERS.includes(header.format ?? ''))
		checkHeader(header, `${field}.header`, `${where} header`, refusals);
	else
		refusals.add(
			`${field}.header`,
			`${where} has no image, video or product as its header`,
			'Give every card an image, every card a video, or every card a product.',
		);
	const body = componentOf(components, 'BODY');
	if (body)
		checkText(
			body,
			{ field: `${field}.body`, where: `${where} body`, max: LIMITS.cardBody, running: true },
			refusals,
		);
	const buttons = buttonsOf(components);
	refusals.when(
		buttons.length < 1 || buttons.length > 2,
		`${field}.buttons`,
		`${where} has ${buttons.length} buttons, Meta takes one or two`,
		'Give every card one or two buttons.',
	);
	checkButtons(buttons, { field: `${field}.buttons`, where: `${where} button` }, refusals);
}

/** The build of a card in words, for comparing and for showing. */
function structureOf({ components }: TemplateCard): string {
	const header = componentOf(components, 'HEADER')?.format ?? 'no';
	const body = componentOf(components, 'BODY') ? 'body' : 'no body';
	const buttons = buttonsOf(components).map(({ type }) => type.toLowerCase().replace(/_/g, ' '));
	return `${header.toLowerCase()} header, ${body}, ${buttons.join(' + ') || 'no'} button`;
}
