import { closestLanguage, languageName, looksLikeLanguage } from '../languages';
import type { TemplateDefinition } from './definition';
import { LIMITS, TIME_TO_LIVE } from './limits';
import type { Problems } from './problems';

/** Checks the name of a template. */
export function checkName(name: string, problems: Problems): void {
	if (/^[a-z0-9_]{1,512}$/.test(name)) return;
	const suggestion = name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^a-z0-9_]+/g, '_')
		.replace(/^_+|_+$/g, '')
		.slice(0, LIMITS.name);
	problems.add(
		'name',
		name === ''
			? 'The name is missing'
			: name.length > LIMITS.name
				? `The name has ${name.length} characters; the limit is ${LIMITS.name}`
				: `The name "${name}" has invalid characters`,
		`Use lowercase letters, digits, and underscores${suggestion && suggestion !== name ? `, for example ${suggestion}` : ', for example order_confirmation'}.`,
	);
}

/** Checks a language code. Unknown codes of the right form pass. */
export function checkLanguage(code: string, problems: Problems): void {
	if (languageName(code) !== code || looksLikeLanguage(code)) return;
	const meant = closestLanguage(code);
	problems.add(
		'language',
		code ? `The language "${code}" is not a language code of Meta` : 'The language is missing',
		meant
			? `Enter ${meant} (${languageName(meant)}).`
			: 'Choose one from the list, or enter a code such as en_US.',
	);
}

/** Checks the time to live against the range of the category. */
export function checkTimeToLive(
	{ category, message_send_ttl_seconds: seconds }: TemplateDefinition,
	problems: Problems,
): void {
	const range = TIME_TO_LIVE[category];
	if (seconds === undefined || seconds === -1 || !range) return;
	problems.when(
		seconds < range[0] || seconds > range[1],
		'message_send_ttl_seconds',
		`The time to live is ${seconds} seconds`,
		`For ${category.toLowerCase()} templates, enter ${range[0]} to ${range[1]} seconds, or -1 for 30 days.`,
	);
}
