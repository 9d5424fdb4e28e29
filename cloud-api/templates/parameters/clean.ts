import { isRecord } from '../../values/reading';
import { isShown } from './check';
import type { ParameterValues } from './values';

/** A value that was changed because WhatsApp rejects it. */
export interface CleanedValue {
	parameter: string;
	from: string;
	to: string;
}

/**
 * Replaces what WhatsApp rejects in the texts of a template message: line breaks, tabs, and more than four
 * spaces in a row become one space.
 */
export function cleanValues(values: ParameterValues): {
	values: ParameterValues;
	cleaned: CleanedValue[];
} {
	const cleaned: CleanedValue[] = [];
	const entries = Object.entries(values).map(([id, value]): [string, unknown] => {
		if (typeof value !== 'string' || !isShown(id)) return [id, value];
		const to = cleanText(value);
		if (to !== value) cleaned.push({ parameter: id, from: value, to });
		return [id, to];
	});
	return { values: Object.fromEntries(entries), cleaned };
}

/** Cleans the texts of header and body in Meta's `components`, also in cards; see {@link cleanValues}. */
export function cleanComponents(
	components: readonly unknown[],
	path = 'components',
): { components: unknown[]; cleaned: CleanedValue[] } {
	const cleaned: CleanedValue[] = [];
	const cleanOne = (component: unknown, place: string): unknown => {
		if (!isRecord(component)) return component;
		const { type, parameters, cards } = component;
		const shown = /^(header|body)$/i.test(String(type)) && Array.isArray(parameters);
		return {
			...component,
			...(shown && {
				parameters: parameters.map((parameter: unknown, index) => {
					if (!isRecord(parameter) || typeof parameter.text !== 'string') return parameter;
					const to = cleanText(parameter.text);
					if (to === parameter.text) return parameter;
					cleaned.push({ parameter: `${place}.parameters[${index}]`, from: parameter.text, to });
					return { ...parameter, text: to };
				}),
			}),
			...(Array.isArray(cards) && {
				cards: cards.map((card: unknown, index) => {
					if (!isRecord(card) || !Array.isArray(card.components)) return card;
					const inside = cleanComponents(card.components, `${place}.cards[${index}].components`);
					cleaned.push(...inside.cleaned);
					return { ...card, components: inside.components };
				}),
			}),
		};
	};
	return {
		components: components.map((component, index) => cleanOne(component, `${path}[${index}]`)),
		cleaned,
	};
}

/** Returns a text on one line with at most four spaces in a row; unchanged if it already is. */
export function cleanText(text: string): string {
	const oneLine = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
	const short = oneLine.replace(/[ \u00a0]{5,}/g, ' ');
	return short === text ? text : short.replace(/ {2,}/g, ' ').trim();
}
