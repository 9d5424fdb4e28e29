import { buttonsOf, componentOf, type TemplateCard, type TemplateComponent } from '../template';
import { checkButtons } from './buttons';
import { checkHeader } from './header';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { checkText } from './text';

const CARD_HEADERS = ['IMAGE', 'VIDEO', 'PRODUCT'];

/** Checks the cards of a carousel and that they have the same structure. */
export function checkCarousel(carousel: TemplateComponent, problems: Problems): void {
	const cards = carousel.cards ?? [];
	problems.when(
		cards.length < LIMITS.minCards || cards.length > LIMITS.maxCards,
		'cards',
		`The carousel has ${cards.length} card${cards.length === 1 ? '' : 's'}; a carousel has ${LIMITS.minCards} to ${LIMITS.maxCards}`,
		'Add or remove cards. A media carousel is sent with exactly the approved number of cards, a product carousel with up to 10.',
	);
	cards.forEach((card, index) => checkCard(card, index, problems));
	const [first, ...others] = cards.map(structureOf);
	const differing = others.findIndex((structure) => structure !== first);
	problems.when(
		differing >= 0,
		'cards',
		`Card ${differing + 2} differs from card 1 (${others[differing]} instead of ${first})`,
		'Give all cards the same header format, a body on all cards or on none, and the same button types in the same order.',
	);
}

function checkCard({ components }: TemplateCard, index: number, problems: Problems): void {
	const field = `cards[${index}]`;
	const where = `Card ${index + 1}`;
	const header = componentOf(components, 'HEADER');
	if (header && CARD_HEADERS.includes(header.format ?? ''))
		checkHeader(header, `${field}.header`, `${where} header`, problems);
	else
		problems.add(
			`${field}.header`,
			`${where} has no image, video, or product header`,
			'Give every card an image header, a video header, or a product header.',
		);
	const body = componentOf(components, 'BODY');
	if (body)
		checkText(
			body,
			{ field: `${field}.body`, where: `${where} body`, max: LIMITS.cardBody, running: true },
			problems,
		);
	const buttons = buttonsOf(components);
	problems.when(
		buttons.length < 1 || buttons.length > 2,
		`${field}.buttons`,
		`${where} has ${buttons.length} buttons; a card has one or two`,
		'Give every card one or two buttons.',
	);
	checkButtons(buttons, { field: `${field}.buttons`, where: `${where} button` }, problems);
}

/** Describes the structure of a card, to compare cards and for messages. */
function structureOf({ components }: TemplateCard): string {
	const header = componentOf(components, 'HEADER')?.format ?? 'no';
	const body = componentOf(components, 'BODY') ? 'body' : 'no body';
	const buttons = buttonsOf(components).map(({ type }) => type.toLowerCase().replace(/_/g, ' '));
	return `${header.toLowerCase()} header, ${body}, ${buttons.join(' + ') || 'no'} button`;
}
