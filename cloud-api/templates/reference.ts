import { InvalidInputError } from '../errors/cloudApiError';

/** Name and language, which identify a template in a message. */
export interface TemplateReference {
	name: string;
	/** E.g. `en_US`. */
	language: string;
}

/** Returns name and language as one text: `order_update|en_US`. */
export function referenceText({ name, language }: TemplateReference): string {
	return `${name}|${language}`;
}

/**
 * Parses `order_update|en_US`, or a name with a separate language. Trims both.
 *
 * @throws InvalidInputError when one of them is missing
 */
export function parseReference(text: string, language = ''): TemplateReference {
	const [name = '', inText = ''] = text.split('|').map((part) => part.trim());
	const reference = { name, language: inText || language.trim() };
	if (name === '')
		throw new InvalidInputError(
			'template',
			'No template is chosen',
			'Choose one from the list, or enter its name.',
		);
	if (reference.language === '')
		throw new InvalidInputError(
			'templateLanguage',
			`The language of the template "${name}" is missing`,
			'Enter its code, e.g. en_US. Each language of a template is separate.',
		);
	return reference;
}
