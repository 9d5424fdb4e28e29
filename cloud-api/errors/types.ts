/**
 * Whether a rejected request may be retried.
 *
 * - `throttled`: after a pause, which applies to all requests of this phone number
 * - `transient`: a little later; Meta is temporarily unavailable
 * - `later`: only after hours, or after something outside the run has changed
 * - `never`: retrying it unchanged is pointless or harmful
 * - `stop`: nothing else can succeed either until a person acts (token rejected, account restricted)
 */
export type RetryClass = 'throttled' | 'transient' | 'later' | 'never' | 'stop';

/** Who can fix it. */
export type Actor = 'workflow builder' | 'account admin' | 'recipient' | 'Meta' | 'nobody';

/** One of Meta's codes, explained. */
export interface Explanation {
	/** Meta's code; absent when Meta gave none. */
	code?: number;
	/** Meta's subcode, where it decides the meaning. */
	subcode?: number;
	/** What happened, one sentence without a period, e.g. "The access token has expired". */
	title: string;
	/** How to fix it, one to three sentences. */
	fix: string;
	actor: Actor;
	retry: RetryClass;
	/** Shortest pause before a retry, in seconds, where Meta states one. */
	waitSeconds?: number;
}

/** What the table says about one code. */
export interface CodeEntry extends Omit<Explanation, 'code' | 'subcode'> {
	/** Whether the code covers many causes, so that Meta's own sentence becomes part of the title. */
	generic?: boolean;
}

export type CodeTable = Readonly<Record<number, CodeEntry>>;
