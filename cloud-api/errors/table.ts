import { access, tokenSubcodes } from './table/access';
import { calling, callingRange } from './table/calling';
import { flows } from './table/flows';
import { groups } from './table/groups';
import { messages } from './table/messages';
import { numberSubcodes, numbers, signupSubcode } from './table/numbers';
import { templateSubcodes, templates } from './table/templates';
import { throughput } from './table/throughput';
import type { CodeEntry, CodeTable } from './types';

interface Range {
	from: number;
	to: number;
	entry: CodeEntry;
}

/** Meta's codes by topic, in the order of the documentation. */
export const families: ReadonlyArray<{ title: string; codes: CodeTable }> = [
	{ title: 'Tokens, permissions, and restrictions', codes: access },
	{ title: 'Rate limits and temporary unavailability', codes: throughput },
	{ title: 'Messages', codes: messages },
	{ title: 'Templates', codes: templates },
	{ title: 'Groups', codes: groups },
	{ title: 'Phone numbers and settings', codes: numbers },
	{ title: 'Calls', codes: calling },
	{ title: 'Flows', codes: flows },
];

/** Codes that Meta documents as a range. */
export const ranges: readonly Range[] = [
	{ from: 200, to: 299, entry: access[200] },
	callingRange,
	signupSubcode,
];

/** Subcodes that determine the meaning, by the code they come with. */
export const subcodes: Readonly<Record<number, CodeTable>> = {
	190: tokenSubcodes,
	100: {
		...templateSubcodes,
		...numberSubcodes,
		2494100: throughput[2494100],
		4233041: flows[4233041],
	},
};

const codes: CodeTable = Object.assign({}, ...families.map((family) => family.codes)) as CodeTable;

/**
 * The entry of a code: its subcode's, its own, or its range's; `undefined` for an unknown code.
 *
 * The long subcodes (2388xxx, 2494xxx, 2593xxx) have one meaning whatever code they come with, and
 * sometimes come as the code itself.
 */
export function entryFor(code: number | undefined, subcode?: number): CodeEntry | undefined {
	for (const candidate of [subcode, code]) {
		if (candidate === undefined) continue;
		const scoped = candidate === subcode && code !== undefined && subcodes[code]?.[candidate];
		if (scoped) return scoped;
		const long =
			candidate > 1_000_000 ? (subcodes[100][candidate] ?? inRange(candidate)) : undefined;
		if (long) return long;
	}
	return code === undefined ? undefined : (codes[code] ?? inRange(code));
}

function inRange(code: number): CodeEntry | undefined {
	return ranges.find(({ from, to }) => code >= from && code <= to)?.entry;
}
