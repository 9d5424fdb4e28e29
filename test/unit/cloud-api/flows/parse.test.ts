import * as fc from 'fast-check';
import { Lines } from '../../../../cloud-api/flows/json/lines';
import { JsonSyntaxError, parseJson, type JsonNode } from '../../../../cloud-api/flows/json/parse';

function plain(node: JsonNode): unknown {
	switch (node.type) {
		case 'object':
			return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
		case 'array':
			return node.items.map(plain);
		case 'null':
			return null;
		default:
			return node.value;
	}
}

it('reads every JSON as JSON.parse does', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
			const text = JSON.stringify(value, null, indent);
			expect(plain(parseJson(text))).toEqual(JSON.parse(text));
		}),
	);
});

it('accepts and rejects what JSON.parse accepts and rejects', () => {
	const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:0123.eE+- \n\\untrfalse') });
	fc.assert(
		fc.property(noise, (text) => {
			const accepted = (read: () => unknown) => {
				try {
					read();
					return true;
				} catch {
					return false;
				}
			};
			expect(accepted(() => parseJson(text))).toBe(accepted(() => JSON.parse(text)));
		}),
		{ numRuns: 3000 },
	);
});

it.each([
	['{"a": 1,}', 8, '"}" stands where a key in double quotes is expected'],
	['{"a" 1}', 5, '"1" stands where a colon is expected'],
	['[1 2]', 3, '"2" stands where a comma or ] is expected'],
	['{"a": "b', 6, 'The text in double quotes does not end'],
	[
		'{"a": "b\nc"}',
		6,
		'The text in double quotes has a line break, a control character, or an unknown escape',
	],
	['{"a": ', 6, 'The JSON ends too early'],
	['{} {}', 3, 'There is text behind the end of the JSON'],
	['[tru]', 1, '"t" stands where a value is expected'],
	['{"a": "b"', 9, 'The JSON ends where a comma or } is expected'],
])('says where %s breaks', (text, offset, message) => {
	const read = () => parseJson(text);
	expect(read).toThrow(JsonSyntaxError);
	expect(read).toThrow(expect.objectContaining({ offset, message }) as Error);
});

it('keeps the place of keys and values', () => {
	const node = parseJson('{\n  "a": [true]\n}');
	const [member] = node.type === 'object' ? node.members : [];
	expect(member).toMatchObject({ keyStart: 4, keyEnd: 7, value: { start: 9, end: 15 } });
	expect(new Lines('{\n  "a": [true]\n}').at(9)).toEqual({ line: 2, column: 8 });
	expect(new Lines('a').at(0)).toEqual({ line: 1, column: 1 });
});

it('reads a picture of 8 MB, and does not fall into a deep nesting', () => {
	const picture = 'A'.repeat(8_000_000);
	expect(plain(parseJson(`["${picture}"]`))).toEqual([picture]);
	expect(() => parseJson('['.repeat(100_000))).toThrow(/nests deeper than 200 levels/);
});
