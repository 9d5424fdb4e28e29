import type { IDataObject } from 'n8n-workflow';
import type { Place } from '../../support/formPlaces';
import { emptyParts, garbageIn, holds } from '../../support/wireFaults';

/** What became of one value. */
export interface Outcome {
	sent: unknown[];
	/** What the user reads; undefined when nothing failed. */
	error?: string;
	/** Items that came out. */
	results: number;
}

/** Read, but not part of the message as it was written. */
const NOT_REPEATED =
	/^(?:recipient|contacts\.phones\.phone|template|account|closedWindow|window\w+|lastMessage\w*|templateLanguage|templateParameters\..*|deliveryOptions\..*)$/;

/** What is wrong with an outcome, in words. */
export function faultsOf(
	place: Place,
	given: unknown,
	special: unknown,
	outcome: Outcome,
): string[] {
	const { sent, error, results } = outcome;
	const faults: string[] = [];
	if (results !== 1) faults.push(`${results} results`);
	if (error === undefined && sent.length === 0 && !/dryRun$/.test(place.name))
		faults.push('neither sent nor failed');
	if (error !== undefined && !/[a-z]{3}/i.test(error)) faults.push('no words');
	if (/is not a function|of undefined|of null|Cannot read|\[object /.test(error ?? ''))
		if (!String(given).includes('[object ')) faults.push(`a JavaScript error: ${error}`);
	for (const body of sent) {
		for (const text of garbageIn(body, given))
			faults.push(`sent ${text} in ${JSON.stringify(body)}`);
		for (const path of emptyParts(body)) faults.push(`sent nothing as ${path}`);
		if (place.name === 'recipient' && !isRecipient(body, given))
			faults.push(`went to ${String((body as IDataObject).to)}`);
	}
	if (sent.length === 0 || !place.shown) return faults;
	const wrong =
		special === undefined
			? typeof given === 'object' && given !== null
			: !['none', 'nothing', 'text'].includes(String(special)) &&
				// Dates are values where a date is expected; n8n itself writes those inside of groups as text.
				!(['now', 'date'].includes(String(special)) && /expiration|At$/i.test(place.name)) &&
				!(special === 'now' && place.name.includes('.'));
	if (wrong && !takesObjects(place, given)) faults.push(`taken for a ${place.type}`);
	if (typeof given === 'string' && special === undefined && place.type === 'string')
		for (const body of sent)
			if (!NOT_REPEATED.test(place.name) && !holds(body, given))
				faults.push(`is not in ${JSON.stringify(body)}`);
	return faults;
}

/** Whether the digits of a phone number were entered, in this order. */
function isRecipient(body: unknown, given: unknown): boolean {
	const { to, recipient } = body as { to?: string; recipient?: string };
	const entered = [...String(given).normalize('NFKC').replace(/\D/g, '')];
	if (to === undefined) return String(given).includes(recipient ?? '?');
	if (!/^\+?\d+$/.test(to)) return String(given).includes(to);
	const digits = [...to.replace('+', '')];
	for (const digit of entered) if (digit === digits[0]) digits.shift();
	return digits.length === 0;
}

/** JSON, and fields that take a list of texts where an expression gives one. */
function takesObjects({ type, name }: Place, value: unknown): boolean {
	const isList =
		Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
	return (
		type === 'json' ||
		(isList && name.endsWith('Ids')) ||
		/\.(?:flow\.data|order|mpm\.sections|header\.\w+)$/.test(name)
	);
}
