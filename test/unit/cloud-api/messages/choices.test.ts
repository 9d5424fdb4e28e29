import * as fc from 'fast-check';
import { readChoiceLines } from '../../../../cloud-api/messages/choiceLines';
import {
	choiceMessages,
	type Choice,
	type ChoicesInput,
} from '../../../../cloud-api/messages/choices';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';

const body = 'Where are you?';
const towns = (count: number): Choice[] =>
	Array.from({ length: count }, (_, index) => ({ title: `Town ${index + 1}` }));
const messages = (choices: Choice[], more: Partial<ChoicesInput> = {}) =>
	choiceMessages({ body, button: 'Choose', choices, ...more });

interface Row {
	id: string;
	title: string;
	description?: string;
}
interface Interactive {
	type: string;
	body: { text: string };
	header?: object;
	action: { sections: Array<{ rows: Row[] }>; buttons?: Array<{ reply: Row }> };
}
const shownIn = ({ contents }: ReturnType<typeof choiceMessages>) =>
	contents.map((content) => content.interactive as Interactive);
const rowsIn = (result: ReturnType<typeof choiceMessages>) =>
	shownIn(result).flatMap(({ action }) => action.sections[0].rows);

// Meta: reply buttons ≤ 3 with titles ≤ 20; lists ≤ 10 rows with titles ≤ 24, descriptions ≤ 72, IDs ≤ 200.
describe('the smallest message that holds the choices', () => {
	it.each<[string, string, Choice[]]>([
		['three short ones', 'buttons', towns(3)],
		['a title of 20 characters', 'buttons', [{ title: 'a'.repeat(20) }]],
		['a title of 21 characters', 'list', [{ title: 'a'.repeat(21) }]],
		['a description', 'list', [{ title: 'A', description: 'b' }]],
		['four', 'list', towns(4)],
		['ten', 'list', towns(10)],
		['eleven', 'list', towns(11)],
		[
			'the same title with different IDs',
			'list',
			[
				{ title: 'A', id: '1' },
				{ title: 'A', id: '2' },
			],
		],
	])('%s: %s', (_, shownAs, choices) => {
		expect(messages(choices).shownAs).toBe(shownAs);
	});

	it('is a list for a body of 1,025 characters, and where a list is chosen', () => {
		expect(messages(towns(2), { body: 'a'.repeat(1025) }).shownAs).toBe('list');
		expect(messages(towns(2), { layout: 'list' }).shownAs).toBe('list');
	});

	it('returns the title if there is no ID', () => {
		expect(messages([{ title: ' Tea ' }, { title: 'Cake', id: 'c' }]).shown).toEqual([
			{ id: 'Tea', title: 'Tea' },
			{ id: 'c', title: 'Cake' },
		]);
	});
});

describe('more than ten choices', () => {
	it('show nine and a More row, page by page, and end with up to ten', () => {
		const first = messages(towns(19));
		expect(rowsIn(first)).toHaveLength(10);
		expect(rowsIn(first)[9]).toEqual({ id: 'more:9', title: 'More…' });
		expect(first.nextPage).toBe('more:9');
		const second = messages(towns(19), { continueFrom: first.nextPage });
		expect(second.nextPage).toBeUndefined();
		expect(rowsIn(second).map(({ title }) => title)).toEqual(
			towns(19)
				.slice(9)
				.map(({ title }) => title),
		);
	});

	it.each(['', 'Town 3', 'more:', 'more:x', 'more:12', 'more:999', 'other:9', 'more:-1'])(
		'start at the first page for "%s"',
		(continueFrom) => {
			expect(rowsIn(messages(towns(12), { continueFrom }))[0].title).toBe('Town 1');
		},
	);

	it('pages show every choice once, for any number of choices', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
				const seen: string[] = [];
				let continueFrom: string | undefined = '';
				for (let page = 0; continueFrom !== undefined && page < 50; page++) {
					const result: ReturnType<typeof choiceMessages> = messages(towns(count), {
						continueFrom,
						layout: 'list',
					});
					seen.push(...result.shown.map(({ title }) => title));
					continueFrom = result.nextPage;
				}
				expect(seen).toEqual(towns(count).map(({ title }) => title));
			}),
		);
	});

	it('become several lists', () => {
		const result = messages(towns(21), {
			division: 'lists',
			header: { type: 'text', text: 'Towns' },
			moreText: 'More towns',
		});
		expect(result.shownAs).toBe('lists');
		expect(shownIn(result).map(({ action }) => action.sections[0].rows.length)).toEqual([
			10, 10, 1,
		]);
		expect(shownIn(result).map((one) => one.body.text)).toEqual([
			body,
			'More towns (2/3)',
			'More towns (3/3)',
		]);
		expect(shownIn(result).map(({ header }) => header !== undefined)).toEqual([true, false, false]);
	});
});

describe('a title that is too long', () => {
	it.each<[string, Choice, Row]>([
		[
			'is shown in full in the description',
			{ title: 'Chocolate cake with cherries' },
			{
				id: 'Chocolate cake with cherries',
				title: 'Chocolate cake with…',
				description: 'Chocolate cake with cherries',
			},
		],
		[
			'comes before the description',
			{ title: 'Chocolate cake with cherries', description: 'for 8', id: 'c' },
			{
				id: 'c',
				title: 'Chocolate cake with…',
				description: 'Chocolate cake with cherries: for 8',
			},
		],
		[
			'without spaces is cut at 23 characters',
			{ title: 'a'.repeat(25) },
			{ id: 'a'.repeat(25), title: `${'a'.repeat(23)}…`, description: 'a'.repeat(25) },
		],
		[
			'never loses half an emoji',
			{ title: `${'a'.repeat(22)}👨‍👩‍👧‍👦bc` },
			{
				id: `${'a'.repeat(22)}👨‍👩‍👧‍👦bc`,
				title: `${'a'.repeat(22)}…`,
				description: `${'a'.repeat(22)}👨‍👩‍👧‍👦bc`,
			},
		],
	])('%s', (_, choice, row) => {
		expect(rowsIn(messages([choice]))).toEqual([row]);
	});
});

it('for any choices, the limits are kept or the error explains why not', () => {
	const text = fc.string({ maxLength: 90, unit: 'grapheme' });
	const choice = fc.record(
		{ title: text, description: text, id: text },
		{ requiredKeys: ['title'] },
	);
	fc.assert(
		fc.property(
			fc.array(choice, { maxLength: 30 }),
			fc.constantFrom('pages', 'lists'),
			(choices, division) => {
				try {
					const result = messages(choices, { division: division as 'pages' });
					if (result.shownAs === 'buttons') return;
					for (const { action } of shownIn(result)) {
						const [{ rows }] = action.sections;
						expect(rows.length).toBeLessThanOrEqual(10);
						expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
						for (const row of rows) {
							expect([...row.title].length).toBeLessThanOrEqual(24);
							expect([...row.id].length).toBeLessThanOrEqual(200);
							expect([...(row.description ?? '')].length).toBeLessThanOrEqual(72);
						}
					}
				} catch (error) {
					expect(error).toBeInstanceOf(InvalidInputError);
				}
			},
		),
	);
});

describe('rejected', () => {
	it.each<[string, Choice[], string, RegExp, Partial<ChoicesInput>?]>([
		['no choice', [], 'choices', /no choice/],
		[
			'an empty title',
			[{ title: 'A' }, { title: ' ' }],
			'choices[1].title',
			/Title of choice 2 is empty/,
		],
		[
			'the same title twice',
			[...towns(4), { title: 'Town 2' }],
			'choices[4].title',
			/Choices 2 and 5 have the same title "Town 2"/,
		],
		[
			'the same ID twice',
			[...towns(3), { title: 'B', id: 'Town 1' }],
			'choices[3].id',
			/Choices 1 and 4 have the same ID "Town 1"/,
		],
		[
			'an ID of 201 characters',
			[...towns(4), { title: 'A', id: 'a'.repeat(201) }],
			'choices[4].id',
			/201 characters.*200/,
		],
		[
			'a description of 73 characters',
			[{ title: 'A', description: 'a'.repeat(73) }],
			'choices[0].description',
			/73 characters.*72/,
		],
		[
			'a title of 73 characters',
			[{ title: 'a'.repeat(73) }],
			'choices[0].title',
			/no room for the rest/,
		],
		[
			'the ID of a More row',
			[...towns(10), { title: 'A', id: 'more:9' }],
			'choices[10].id',
			/ID of a More row/,
		],
		[
			'a More text of 25 characters',
			towns(11),
			'moreText',
			/25 characters.*24/,
			{ moreText: 'a'.repeat(25) },
		],
	])('%s', (_, choices, field, message, more = {}) => {
		expect(() => messages(choices, more)).toThrow(
			expect.objectContaining({
				field,
				message: expect.stringMatching(message),
				description: expect.stringMatching(/\w/),
			}),
		);
	});
});

describe('one choice per line', () => {
	it.each([
		['9:30', [{ title: '9:30' }]],
		['A | B | c', [{ title: 'A', description: 'B', id: 'c' }]],
		['A || c', [{ title: 'A', id: 'c' }]],
		[' A \r\n\n B ', [{ title: 'A' }, { title: 'B' }]],
		['A \\| B | C', [{ title: 'A | B', description: 'C' }]],
		['A | B | c | d', [{ title: 'A', description: 'B', id: 'c|d' }]],
	])('%j', (text, choices) => {
		expect(readChoiceLines(text)).toEqual(choices);
	});
});
