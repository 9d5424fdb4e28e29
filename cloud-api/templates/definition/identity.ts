import { closestLanguage, languageName, looksLikeLanguage } from '../languages';
import type { TemplateDefinition } from './definition';
import { LIMITS, TIME_TO_LIVE } from './limits';
import type { Refusals } from './refusals';

/** The name of a template, the same in all its languages. */
export function checkName(name: string, refusals: Refusals): void {
	if (/^[a-z0-9_]{1,512}$/.test(name)) return;
	const suggestion = name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^a-z0-9_]+/g, '_')
		.replace(/^_+|_+$/g, '')
		.slice(0, LIMITS.name);
	refusals.add(
		'name',
		name === ''
			? 'The name is missing'
			: name.length > LIMITS.name
				? `The name has ${name.length} characters, Meta takes ${LIMITS.name}`
				: `The name "${name}" has characters Meta does not take`,
		`Use lower case letters, digits and underscores${suggestion && suggestion !== name ? `, for example ${suggestion}` : ', for example order_confirmation'}.`,
	);
}

/** A code of Meta's, or one written like them: languages are added now and then. */
export function checkLanguage(code: string, refusals: Refusals): void {
	if (languageName(code) !== code || looksLikeLanguage(code)) return;
	const meant = closestLanguage(code);
	refusals.add(
		'language',
		code ? `The language "${code}" is not one of Meta's codes` : 'The language is missing',
		meant
			? `Write ${meant} (${languageName(meant)}).`
			: 'Choose one from the list, or write a code such as en_US.',
	);
}

/** How long delivery is tried, within the bounds of the category. */
export function checkTimeToLive(
	{ category, message_send_ttl_seconds: seconds }: TemplateDefinition,
	refusals: Refusals,
): void {
	const range = TIME_TO_LIVE[category];
	if (seconds === undefined || seconds === -1 || !range) return;
	refusals.when(
		seconds < range[0] || seconds > range[1],
		'message_send_ttl_seconds',
		`Messages of this template would be tried for ${seconds} seconds`,
		`For ${category.toLowerCase()} templates choose ${range[0]} to ${range[1]} seconds, or -1 for 30 days.`,
	);
}
