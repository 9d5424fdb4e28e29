import { contexts, type RejectionFacts } from './contexts';
import { entryFor } from './table';
import type { CodeEntry, Explanation } from './types';

const UNKNOWN_FIX =
	'This package does not know the code. See the list of error codes in the documentation of the WhatsApp Cloud API.';

/**
 * Explains a rejection by Meta: what happened, how to fix it, who can fix it, and whether to retry.
 *
 * A cause that Meta's text names comes first, then the subcode, the code, and the range of codes; an
 * unknown code keeps Meta's own text. Where Meta's message adds a fact (which parameter, how many were
 * expected) it is kept: in the title for codes that cover many causes, else after the fix.
 */
export function explain(rejection: RejectionFacts, status = 400): Explanation {
	const { code, subcode } = rejection;
	const said = sentence(rejection.userMessage ?? rejection.details);
	const words = [rejection.message, rejection.details, rejection.userMessage].join(' ');
	const entry =
		contexts.find((context) => context.code === code && context.when(words, rejection)) ??
		entryFor(code, subcode);
	const ids = { ...(code !== undefined && { code }), ...(subcode !== undefined && { subcode }) };
	if (!entry) return { ...ids, ...unknown(rejection, said, status) };
	const { generic, title, fix, actor, retry, waitSeconds } = entry as CodeEntry;
	const inTitle = generic && said !== undefined;
	const addsFact = said !== undefined && !inTitle && retry !== 'throttled' && retry !== 'transient';
	return {
		...ids,
		title: inTitle ? `${title}: ${said}` : title,
		fix: addsFact ? `${fix} Meta says: “${said}”` : fix,
		actor,
		retry,
		...(waitSeconds !== undefined && { waitSeconds }),
	};
}

/** The same for the `errors` of a webhook's statuses and messages, whose codes may be text. */
export function explainCode(
	code: number | string,
	subcode?: number | string,
	details?: string,
): Explanation {
	return explain({ code: number(code), subcode: number(subcode), details });
}

function unknown(rejection: RejectionFacts, said: string | undefined, status: number): Explanation {
	const temporary = rejection.transient === true || status >= 500;
	return {
		title: said ?? sentence(rejection.message) ?? 'Meta rejected the request without a reason',
		fix: temporary ? 'This is usually temporary. Try again in a few minutes.' : UNKNOWN_FIX,
		actor: temporary ? 'Meta' : 'workflow builder',
		retry: temporary ? 'transient' : 'never',
	};
}

/** Meta's text without the leading code and the trailing period. */
function sentence(words: string | undefined): string | undefined {
	const plain = words
		?.replace(/^\(#\d+\)\s*/, '')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/\.$/, '');
	return plain ? plain : undefined;
}

function number(value: number | string | undefined): number | undefined {
	if (typeof value === 'number') return value;
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
