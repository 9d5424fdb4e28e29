import { counts, formats, one, type Sent } from './sent';
import { checkButtons } from './sentButtons';
import { checkHeader, checkText } from './sentText';
import type { Component, Template } from './template';

/** Checks the cards of a template message. */
export function checkCarousel(
	carousel: Component | undefined,
	sent: Sent | undefined,
	template: Template,
): void {
	const cards = carousel?.cards ?? [];
	const given = sent?.cards ?? [];
	if (cards.length === 0) {
		if (sent) throw counts('carousel', given.length, 0);
		return;
	}
	const products = componentFor(cards[0].components, 'HEADER')?.format === 'PRODUCT';
	const fits = products ? given.length >= 2 && given.length <= 10 : given.length === cards.length;
	if (!fits) throw counts('carousel cards', given.length, cards.length);
	const indexes = new Set(given.map((card) => card.card_index));
	for (const [position, card] of given.entries()) {
		if (indexes.size !== given.length) {
			throw formats('carousel', 'card_index must count from 0');
		}
		const definition = cards[products ? 0 : card.card_index];
		if (!definition) throw formats('carousel', `there is no card ${card.card_index}`);
		const { components } = card;
		checkHeader(componentFor(definition.components, 'HEADER'), one(components, 'header'));
		checkText(
			componentFor(definition.components, 'BODY'),
			one(components, 'body'),
			`card ${position} body`,
		);
		checkButtons(
			componentFor(definition.components, 'BUTTONS')?.buttons ?? [],
			components,
			template,
		);
	}
}

function componentFor(components: Component[], type: string): Component | undefined {
	return components.find((component) => component.type === type);
}
