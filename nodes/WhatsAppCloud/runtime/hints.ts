import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { Credential } from '../../shared/credential';
import { RECONNECT } from '../../shared/reconnect';
import type { Operation } from './operation';
import type { Failures } from './partialResult';

/** Hints shown after one run at most. */
const MAX_HINTS = 3;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long before its end a closing customer service window is worth a hint. */
const WINDOW_HINT_MS = 2 * HOUR_MS;
/** How long before its end a token of the login dialog is worth a hint. */
const TOKEN_HINT_MS = 7 * DAY_MS;
/** What delays a template message that Meta accepted (Meta: template pacing). */
const HELD_BACK = new Set(['held_for_quality_assessment', 'paused']);

interface Finished {
	operation: Operation;
	credential: Credential;
	items: INodeExecutionData[];
	results: INodeExecutionData[][];
	failures: Failures;
	/** Milliseconds. */
	now: number;
}

/**
 * What a person should know after a run that did not stop: why items failed, what Meta holds back, and what
 * is about to end. n8n shows it above the output.
 */
export function hintsOf(run: Finished): NodeExecutionHint[] {
	const messages = [...failureHints(run), heldBack(run), closingWindow(run), endingToken(run)];
	return messages
		.filter((message) => message !== undefined)
		.slice(0, MAX_HINTS)
		.map((message) => ({ message, type: 'warning', location: 'outputPane' }));
}

/** Adds the hints where this n8n can show them. */
export function addHints(context: IExecuteFunctions, run: Finished): void {
	const hints = hintsOf(run);
	if (hints.length > 0 && typeof context.addExecutionHints === 'function')
		context.addExecutionHints(...hints);
}

/** One for each of Meta's reasons, the most frequent first: e.g. a paused template, a missing payment method. */
function failureHints({ failures, items }: Finished): string[] {
	const reasons = new Map<string, { count: number; words: string }>();
	for (const { context, message, description } of failures.values()) {
		if (context.code === undefined) continue;
		const key = `${context.code} ${context.subcode ?? ''}`;
		const title = message.replace(/ \[item \d+\]/, '');
		const known = reasons.get(key) ?? { count: 0, words: `${title}. ${description ?? ''}`.trim() };
		reasons.set(key, { ...known, count: known.count + 1 });
	}
	return [...reasons.values()]
		.sort((a, b) => b.count - a.count)
		.map(({ count, words }) => `${count} of ${items.length} ${plural(items.length)}: ${words}`);
}

function heldBack({ results }: Finished): string | undefined {
	const held = results.flat().filter(({ json }) => HELD_BACK.has(String(json.messageStatus)));
	if (held.length === 0) return undefined;
	return `Meta accepted ${held.length} ${held.length === 1 ? 'message' : 'messages'} but holds ${held.length === 1 ? 'it' : 'them'} back until it has assessed the quality of the template. The trigger returns the result as a status.`;
}

function closingWindow({ operation, items, failures, now }: Finished): string | undefined {
	if (operation.sends !== true || operation.value === 'sendTemplate') return undefined;
	const ends = items
		.filter((_, index) => !failures.has(index))
		.map(({ json }) => Date.parse(String(json.windowExpiresAt ?? '')))
		.filter((end) => end > now && end - now <= WINDOW_HINT_MS);
	if (ends.length === 0) return undefined;
	const first = Math.min(...ends);
	const minutes = Math.max(1, Math.round((first - now) / 60_000));
	return `The customer service window of ${ends.length === 1 ? 'a customer' : `${ends.length} customers`} closes soon, the first in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. After that, only a template reaches the customer. Set "If the Window Is Closed" to say what the node then does.`;
}

function endingToken({ credential, now }: Finished): string | undefined {
	const { tokenExpiresAt = 0 } = credential;
	if (tokenExpiresAt <= now || tokenExpiresAt - now > TOKEN_HINT_MS) return undefined;
	const days = Math.floor((tokenExpiresAt - now) / DAY_MS);
	return `The access token expires ${days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`}. ${RECONNECT}`;
}

function plural(count: number): string {
	return count === 1 ? 'item' : 'items';
}
