import { record, records, textOf } from '../answers';
import type { Json } from '../graph';
import type { Template, TemplateComponent } from './template';

const TEXTS_OF_TEMPLATE = [
	'rejected_reason',
	'previous_category',
	'correct_category',
	'parameter_format',
];
const TEXTS_OF_COMPONENT = ['text', 'format'];
const TEXTS_OF_BUTTON = ['text', 'url', 'phone_number', 'otp_type', 'flow_name'];

/** A template as Graph answers it; what is missing is empty, and what is not what Meta documents is left out. */
export function readTemplate(answer: Json): Template {
	const text = (name: string) => textOf(answer[name]) ?? '';
	return {
		...withTexts(answer, TEXTS_OF_TEMPLATE),
		id: text('id'),
		name: text('name'),
		status: text('status'),
		category: text('category'),
		language: text('language'),
		...(answer.quality_score !== undefined && { quality_score: record(answer.quality_score) }),
		components: componentsOf(answer.components),
	} as Template;
}

function componentsOf(value: unknown): TemplateComponent[] {
	return records(value)
		.filter(({ type }) => typeof type === 'string')
		.map((component) => {
			const { buttons, cards, limited_time_offer: offer } = component;
			return {
				...withTexts(component, TEXTS_OF_COMPONENT),
				...(buttons !== undefined && { buttons: buttonsOf(buttons) }),
				...(cards !== undefined && { cards: cardsOf(cards) }),
				...(offer !== undefined && { limited_time_offer: withTexts(record(offer), ['text']) }),
			} as TemplateComponent;
		});
}

function buttonsOf(value: unknown): Json[] {
	return records(value)
		.filter(({ type }) => typeof type === 'string')
		.map((button) => withTexts(button, TEXTS_OF_BUTTON));
}

function cardsOf(value: unknown): Json[] {
	return records(value).map((card) => ({ ...card, components: componentsOf(card.components) }));
}

/** Without those fields that are to be text and are not. */
function withTexts(value: Json, names: readonly string[]): Json {
	const kept = Object.entries(value).filter(
		([name, one]) => !names.includes(name) || typeof one === 'string',
	);
	return Object.fromEntries(kept);
}
