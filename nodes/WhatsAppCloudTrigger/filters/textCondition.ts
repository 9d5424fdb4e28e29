import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { compilePattern } from './pattern/pattern';

/** One condition of the filter "Text or Button". */
export interface TextConditionInput {
	field?: 'text' | 'buttonId';
	operation?: 'equals' | 'contains' | 'startsWith' | 'regex';
	value?: string;
	caseSensitive?: boolean;
}

export type TextCondition = (event: WhatsAppEvent) => boolean;

/** @throws PatternError for an invalid regular expression */
export function textCondition({
	field = 'text',
	operation = 'equals',
	value = '',
	caseSensitive = false,
}: TextConditionInput): TextCondition {
	const fold = (text: string) => (caseSensitive ? text : folded(text));
	const matches = matcher(operation, fold(value), value, caseSensitive);
	return (event) => {
		const text = event[field];
		return typeof text === 'string' && matches(text, fold(text));
	};
}

/** Without case. A sigma is the same at the end of a word, whatever follows in the text. */
function folded(text: string): string {
	return text.toLowerCase().replace(/ς/g, 'σ');
}

function matcher(
	operation: NonNullable<TextConditionInput['operation']>,
	wanted: string,
	pattern: string,
	caseSensitive: boolean,
): (text: string, folded: string) => boolean {
	switch (operation) {
		case 'regex': {
			const test = compilePattern(pattern, { ignoreCase: !caseSensitive });
			return (text) => test(text);
		}
		case 'contains':
			return (_, folded) => folded.includes(wanted);
		case 'startsWith':
			return (_, folded) => folded.trimStart().startsWith(wanted.trimStart());
		default:
			return (_, folded) => folded.trim() === wanted.trim();
	}
}
