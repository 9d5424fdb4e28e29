import { contexts } from '../../../../cloud-api/errors/contexts';
import {
	entryFor,
	families,
	ranges as tableRanges,
	subcodes as tableSubcodes,
} from '../../../../cloud-api/errors/table';
import type { CodeEntry, RetryClass } from '../../../../cloud-api/errors/types';
import { codes, ranges, subcodes } from './codesOfTheReference';

const everyEntry: Array<[string, CodeEntry]> = [
	...families.flatMap(({ codes: table }) => Object.entries(table)),
	...Object.entries(tableSubcodes).flatMap(([code, table]) =>
		Object.entries(table).map(([subcode, entry]): [string, CodeEntry] => [
			`${code}/${subcode}`,
			entry,
		]),
	),
	...tableRanges.map(({ from, entry }): [string, CodeEntry] => [`${from}–`, entry]),
	...contexts.map((context): [string, CodeEntry] => [`${context.code} in words`, context]),
];

describe("the table of Meta's error codes", () => {
	it.each(codes)('explains %i', (code) => {
		expect(entryFor(code)).toBeDefined();
	});

	it.each(ranges)('explains each code from %i to %i', (from, to) => {
		for (let code = from; code <= to; code++) expect(entryFor(code)).toBeDefined();
	});

	it.each(Object.entries(subcodes))('explains the subcodes of %s', (code, list) => {
		for (const subcode of list) {
			expect(entryFor(Number(code), subcode)).toBeDefined();
			expect(entryFor(Number(code), subcode)).not.toBe(entryFor(Number(code)));
		}
	});

	it('does not explain an unknown code', () => {
		expect(entryFor(139999)).toBeUndefined();
	});

	it('keeps the meaning of the code when the subcode is unknown', () => {
		expect(entryFor(190, 999)).toBe(entryFor(190));
		expect(entryFor(130429, 2494055)).toBe(entryFor(130429));
	});

	it('explains a long subcode with any code, and as the code itself', () => {
		expect(entryFor(200, 2388024)).toBe(entryFor(100, 2388024));
		expect(entryFor(2494100)).toBe(entryFor(100, 2494100));
	});

	it.each(everyEntry)('%s is written for people', (_code, { title, fix }) => {
		for (const text of [title, fix]) {
			expect(text).not.toMatch(/\b(error|problem|failure|mistake|please)/i);
			expect(text.trim()).toBe(text);
		}
		expect(title).toMatch(/^[A-Z]/);
		expect(title).not.toMatch(/\.$/);
		expect(title.length).toBeLessThanOrEqual(110);
		expect(fix).toMatch(/[.]$/);
	});

	const classes: Array<[RetryClass, number[]]> = [
		['throttled', [4, 613, 80007, 80008, 130429, 131056, 131208]],
		['transient', [1, 2, 131000, 131016, 131057, 133004, 2494100]],
		['stop', [0, 102, 104, 190, 368, 131031, 131048]],
		['later', [131042, 131049, 132015, 132069, 133016, 134101]],
		['never', [33, 100, 131026, 131030, 131047, 131050, 132000, 132001]],
	];
	it.each(classes)('%s: %j', (retry, list) => {
		expect(list.map((code) => entryFor(code)?.retry)).toEqual(list.map(() => retry));
	});
});
