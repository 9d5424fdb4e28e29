/**
 * What may be done about a refused request without a person's help.
 *
 * - `throttled`: Meta asks to slow down; the same request is fine after a pause, and so is every other of this number
 * - `transient`: Meta stumbled; the same request is fine a little later
 * - `later`: may be repeated, but only after hours, or after something outside the run has changed
 * - `never`: repeating it unchanged is pointless or harmful
 * - `stop`: nothing else can succeed either until a person acts (token refused, account restricted)
 */
export type RetryClass = 'throttled' | 'transient' | 'later' | 'never' | 'stop';

/** Who can put it right. */
export type Actor = 'workflow builder' | 'account admin' | 'recipient' | 'Meta' | 'nobody';

/** One of Meta's codes in plain words. */
export interface Explanation {
	/** Meta's code; absent when Meta gave none. */
	code?: number;
	/** Meta's subcode, where it decides the meaning. */
	subcode?: number;
	/** What happened, one sentence without a period, e.g. "The access token has expired". */
	title: string;
	/** How to get unstuck, one to three sentences. */
	fix: string;
	actor: Actor;
	retry: RetryClass;
	/** Shortest sensible pause before a repetition, in seconds, where Meta states one. */
	waitSeconds?: number;
}

/** What the table says about one code. */
export interface CodeEntry extends Omit<Explanation, 'code' | 'subcode'> {
	/** The code covers many causes, so that Meta's own sentence belongs into the title. */
	generic?: boolean;
}

export type CodeTable = Readonly<Record<number, CodeEntry>>;
