import { invalidParameter } from '../graph/errors';
import { invalidTemplate } from './rejection';
import type { Template } from './template';

/** What a template may be when it is submitted and when it is edited. */
export const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/** Without `parameter_format` the definition is positional, as it always was. */
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

/** Seconds for which WhatsApp tries to deliver; each category has its own bounds, -1 is the default. */
export function ttl(given: unknown, category: string): number | undefined {
	if (given === undefined) return undefined;
	const seconds = Number(given);
	const [least, most] = TTL[category];
	if (seconds === -1 || (Number.isInteger(seconds) && seconds >= least && seconds <= most)) {
		return seconds;
	}
	throw invalidTemplate(
		`message_send_ttl_seconds must lie between ${least} and ${most} for ${category}.`,
	);
}
