import { InvalidInputError } from '../../errors/cloudApiError';
import { isRecord, typeInWords } from '../../values/reading';
import { isLocalized, metaParameter } from './localized';
import type { Part } from './part';

/** Template values in one of Meta's formats. */
export interface MetaValues {
	/** Sent unchanged. */
	components?: Part[];
	/** Parameters of the body. */
	body?: unknown[];
	/** The name of the template, if the JSON has one. */
	name?: string;
}

const FIX =
	'Enter the values of the body, e.g. ["Pablo", "42"], or components in Meta\'s format, e.g. [{"type": "body", "parameters": [{"type": "text", "text": "Pablo"}]}].';

/**
 * Recognizes Meta's formats in the JSON of template values: a list of components, a `template` object, a whole
 * message, or a list of parameters or texts for the body. Undefined for values by parameter ID.
 *
 * @throws InvalidInputError for the parameter `field` if a list has entries that are none of these
 */
export function readMetaValues(json: unknown, field: string): MetaValues | undefined {
	if (Array.isArray(json)) return fromList(json as unknown[], field);
	if (!isRecord(json)) return undefined;
	const template = isRecord(json.template) ? json.template : json;
	const isTemplate =
		Array.isArray(template.components) || (template !== json && typeof template.name === 'string');
	if (!isTemplate) return undefined;
	return {
		...fromList((template.components ?? []) as unknown[], field),
		...(typeof template.name === 'string' && { name: template.name }),
	};
}

function fromList(list: unknown[], field: string): MetaValues {
	if (list.length === 0) return { components: [] };
	if (list.every((entry) => typeof entry !== 'object' || isParameter(entry))) return { body: list };
	list.forEach((entry, index) => {
		if (isRecord(entry) && typeof entry.type === 'string' && !isParameter(entry)) return;
		throw new InvalidInputError(
			field,
			`Entry ${index + 1} of the list is ${isRecord(entry) ? 'not a component: it has no type of a component' : typeInWords(entry)}`,
			FIX,
		);
	});
	return { components: list as Part[] };
}

function isParameter(entry: unknown): boolean {
	return isRecord(entry) && (isLocalized(entry) || metaParameter(entry) !== undefined);
}
