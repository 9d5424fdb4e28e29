import { InvalidInputError } from '../errors/cloudApiError';

/** A template by what a message names it: name and language. */
export interface TemplateReference {
	name: string;
	/** E.g. `en_US`. */
	language: string;
}

/** Name and language as one text, e.g. for a list: `order_update|en_US`. */
export function referenceText({ name, language }: TemplateReference): string {
	return `${name}|${language}`;
}

/**
 * Reads `order_update|en_US`, or a name with its language beside it. Blanks around both go.
 *
 * @throws InvalidInputError when one of them is missing
 */
export function parseReference(text: string, language = ''): TemplateReference {
	const [name = '', inText = ''] = text.split('|').map((part) => part.trim());
	const reference = { name, language: inText || language.trim() };
	if (name === '')
		throw new InvalidInputError(
			'template',
			'No template was chosen',
			'Choose one from the list, or give its name.',
		);
	if (reference.language === '')
		throw new InvalidInputError(
			'templateLanguage',
			`The language of the template "${name}" is missing`,
			'Give its code, e.g. en_US; a template exists separately in each language.',
		);
	return reference;
}
