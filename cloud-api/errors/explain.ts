import { contexts, type Refusal } from './contexts';
import { entryFor } from './table';
import type { CodeEntry, Explanation } from './types';

const UNKNOWN_FIX =
	"This code is not among those known to this package. Meta's page on Cloud API codes lists the newest ones.";

/**
 * Puts Meta's refusal into plain words: what happened, how to get unstuck, who acts, and whether a
 * repetition makes sense.
 *
 * The cause that Meta's words show comes first, then the subcode, the code, the range of codes; an
 * unknown code keeps Meta's own words. Where Meta's sentence adds a fact (which parameter, how many
 * were expected) it is kept: in the title of codes that cover many causes, otherwise behind the fix.
 */
export function explain(refusal: Refusal, status = 400): Explanation {
	const { code, subcode } = refusal;
	const said = sentence(refusal.userMessage ?? refusal.details);
	const words = [refusal.message, refusal.details, refusal.userMessage].join(' ');
	const entry =
		contexts.find((context) => context.code === code && context.when(words, refusal)) ??
		entryFor(code, subcode);
	const ids = { ...(code !== undefined && { code }), ...(subcode !== undefined && { subcode }) };
	if (!entry) return { ...ids, ...unknown(refusal, said, status) };
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

function unknown(refusal: Refusal, said: string | undefined, status: number): Explanation {
	const passing = refusal.transient === true || status >= 500;
	return {
		title: said ?? sentence(refusal.message) ?? 'Meta refused the request without saying why',
		fix: passing ? 'This often passes by itself. Try again in a few minutes.' : UNKNOWN_FIX,
		actor: passing ? 'Meta' : 'workflow builder',
		retry: passing ? 'transient' : 'never',
	};
}

/** Meta's words without the code in front and the full stop behind. */
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
