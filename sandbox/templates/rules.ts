import { invalidParameter } from '../graph/errors';
import { invalidTemplate } from './rejection';
import type { Template } from './template';

/** Template categories. */
export const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/** Reads `parameter_format`; default POSITIONAL. */
export function formatOf(given: unknown): Template['parameterFormat'] {
	if (given === undefined || given === null || given === '') return 'POSITIONAL';
	const format = String(given).toUpperCase();
	if (format === 'NAMED' || format === 'POSITIONAL') return format;
	throw invalidParameter('Param parameter_format must be one of {NAMED, POSITIONAL}.');
}

const TTL: Record<string, [number, number]> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};

/** Reads `message_send_ttl_seconds`, a number or numeric text. The range depends on the category; -1 is the default. */
export function ttl(given: unknown, category: string): number | undefined {
	if (given === undefined) return undefined;
	const seconds = Number(given);
	const [least, most] = TTL[category];
	if (seconds === -1 || (Number.isInteger(seconds) && seconds >= least && seconds <= most)) {
		return seconds;
	}
	throw invalidTemplate(
		`message_send_ttl_seconds must be between ${least} and ${most} for ${category}.`,
	);
}
