import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { choicesOf, forms, textsOf, type Field, type Text } from '../../support/texts/fields';
import { documentation, exampleNotes, sentencesInCode } from '../../support/texts/sources';

/** n8n 2.40 truncates the label of an entry under "Options" after about this many characters. */
const MAX_NESTED_LABEL = 26;

/** Words of the glossary's "Do not say" column, and metaphors that the style rules out (CONTRIBUTING.md). */
const BANNED: RegExp[] = [
	/\bsurely\b/i,
	/\bof (its|your|their|our|an?) own\b(?! (account|number|phone))/i,
	/\bby (itself|themselves)\b/i,
	/\bbecame of\b/i,
	/\bway out\b/i,
	/\bget(s|ting)? unstuck\b/i,
	/\bhand(s|ing)? over\b/i,
	/\bhand-over\b/i,
	/\brefus(e|es|ed|al|als|ing)\b(?! the connection)/i,
	/\bvoice notes?\b/i,
	/\bsession message/i,
	/\bkinds? of (message|card|button)s?\b/i,
	/\baddressees?\b/i,
	/\bnobody can tell\b/i,
	/\bpass(es|ed|ing)? on\b/i,
	/\b(lives|living) for\b/i,
	/\bstands? (beside|under|in place|there)\b/i,
	/\bother (writing|spelling|form) of\b/i,
	/\bin (any|its) (common )?writing\b/i,
	/\bmade-up\b/i,
	/\bin words\b/i,
	/\bat the other end\b/i,
	/\b(shall|hereby)\b/i,
	/\b(Meta|WhatsApp|n8n) (wants|demands|knows|likes|says no)\b/,
	/\bmend(s|ed|ing)?\b/i,
	/\bends by\b/i,
	/\btold\b(?! apart)/i,
	/\b(the|a) stranger\b/i,
	/\blower-case\b/i,
	/\bMeta's sentence\b/i,
	/\bbehind its name\b/i,
	/\byields?\b/i,
	/\bin all sections together\b/i,
	/[a-z\d}…"], (WhatsApp|Meta|Direct Send) (allows|requires|accepts|takes) (at most|at least|up to)\b/,
];

const BRITISH =
	/\b(\w*(avour|olour|onour|eighbour|ehaviour)(s|ed|ing)?|\w+(alis|ognis|ganis|mis|riis|tis|nis)(e|es|ed|ing|ation)(?<!\b(promis|premis|advertis|compromis)\w+)|cancell(ed|ing)|labell(ed|ing)|modell(ed|ing)|grey|licence|centre|catalogue|whilst|judgement)\b/i;

/** Sources whose texts follow the style completely. */
const FINISHED = new Set([
	'action node',
	'trigger',
	'credential',
	'code',
	'README and guides',
	'notes of the examples',
]);

const ui: Array<[string, Text[]]> = forms.map(([name, fields]) => [name, textsOf(fields)]);
const everywhere: Array<[string, Text[]]> = [
	...ui,
	['code', sentencesInCode()],
	['README and guides', documentation()],
	['notes of the examples', exampleNotes()],
].filter(([name]) => FINISHED.has(String(name))) as Array<[string, Text[]]>;

const show = ([where, text]: Text) => `${where}: ${text}`;
const paths = (found: Field[]) => [...new Set(found.map(({ path }) => path))];

describe.each(everywhere)('the texts of the %s', (_name, texts) => {
	it('avoid the words that the glossary rules out', () => {
		const bad = texts.filter(([, text]) => BANNED.some((word) => word.test(text)));
		expect(bad.map(show)).toEqual([]);
	});

	it('use American spelling', () => {
		expect(texts.filter(([, text]) => BRITISH.test(text)).map(show)).toEqual([]);
	});

	it('write paths with arrows', () => {
		expect(texts.filter(([, text]) => /\w > [A-Z]/.test(text)).map(show)).toEqual([]);
	});

	it('name only operations that exist', () => {
		const names = resources.map(({ name }) => name).join('|');
		const named = new RegExp(
			`(?<!→ )\\b(${names}) → ([A-Z]\\w+(?: (?:and|as|for|or|[A-Z])\\w*)*)`,
			'g',
		);
		const unknown = texts.filter(
			([where, text]) =>
				// The migration guide names the operations of n8n's nodes as well.
				!where.startsWith('docs/migrating.md') &&
				[...text.matchAll(named)].some(([, resource, operation]) => !exists(resource, operation)),
		);
		expect(unknown.map(show)).toEqual([]);
	});
});

it('lists are called "Get Many" and have the value "getAll"', () => {
	const operations = resources.flatMap((resource) =>
		resource.operations.map(({ name, value }) => ({
			path: `${resource.name} → ${name}`,
			name,
			value,
		})),
	);
	const odd = operations.filter(
		({ name, value }) =>
			(name === 'Get Many') !== (value === 'getAll') || /^(Get All|List)\b/.test(name),
	);
	expect(odd.map(({ path }) => path)).toEqual([]);
});

/** Whether the resource has an operation of this name, or one that the name starts with ("Get Many and …"). */
function exists(resource: string, operation: string): boolean {
	const { operations = [] } = resources.find(({ name }) => name === resource) ?? {};
	return operations.some(({ name }) => operation === name || operation.startsWith(`${name} `));
}

describe.each(forms)('the form of the %s', (_form, all) => {
	it('has no nested label that the editor truncates', () => {
		const long = all.filter(
			({ depth, property }) => depth > 0 && property.displayName.length > MAX_NESTED_LABEL,
		);
		expect(paths(long)).toEqual([]);
	});

	it('sorts the entries that can be added', () => {
		const unsorted = all.filter(({ property }) => {
			if (property.type !== 'collection') return false;
			const names = (property.options as INodeProperties[]).map(({ displayName }) => displayName);
			return names.join() !== [...names].sort((a, b) => a.localeCompare(b)).join();
		});
		expect(paths(unsorted)).toEqual([]);
	});

	it('has only JSON defaults that parse', () => {
		const broken = all.filter(({ property: { type, default: value } }) => {
			if (type !== 'json' || typeof value !== 'string' || /^(=|$)/.test(value)) return false;
			try {
				JSON.parse(value);
				return false;
			} catch {
				return true;
			}
		});
		expect(paths(broken)).toEqual([]);
	});

	it('writes its buttons as n8n does: "Add option"', () => {
		const shouting = all.filter(
			({ property: { placeholder = '', typeOptions } }) =>
				/^Add [A-Z][a-z]/.test(placeholder) ||
				/^Add [A-Z][a-z]/.test(typeOptions?.multipleValueButtonText ?? ''),
		);
		expect(paths(shouting)).toEqual([]);
	});

	it('describes every parameter, or shows an example', () => {
		const selfExplanatory = ['resource', 'operation'];
		const bare = all.filter(
			({ property: { type, name, description, placeholder } }) =>
				!['notice', 'hidden', 'callout', 'button', 'collection', 'fixedCollection'].includes(
					type,
				) &&
				!selfExplanatory.includes(name) &&
				!description &&
				!placeholder,
		);
		expect(paths(bare)).toEqual([]);
	});

	it('starts the description of a Boolean with "Whether"', () => {
		const other = all.filter(
			({ property: { type, description = '' } }) =>
				type === 'boolean' && !description.startsWith('Whether '),
		);
		expect(paths(other)).toEqual([]);
	});

	it('starts placeholders with "e.g.", or with a verb', () => {
		const other = all.filter(
			({ property: { placeholder } }) =>
				placeholder && !/^(e\.g\. |Add |Choose |Select |Default )/.test(placeholder),
		);
		expect(paths(other)).toEqual([]);
	});

	it('ends a single sentence without a period', () => {
		const isSingle = (text: string) =>
			/\.$/.test(text) && !/[.?!:] \S/.test(text.replace(/\be\.g\. /g, ''));
		const texts = all.flatMap(({ path, property }) => [
			[path, property.description ?? ''],
			...choicesOf(property).map(({ name, description = '' }) => [`${path}: ${name}`, description]),
		]);
		expect(texts.filter(([, text]) => isSingle(text)).map(([where]) => where)).toEqual([]);
	});
});

/** Quoted labels of Meta's pages, n8n, and WhatsApp, and quoted examples. */
const NOT_OURS = new Set([
	'API Setup',
	'Autofill',
	'Call Now',
	'Clean Values',
	'Connect',
	'Connect my account',
	'Execute Once',
	'Execute step',
	'Expiring offer!',
	'For your security, do not share this code.',
	'Hello [[1]]',
	'I would like to order',
	'Invite to WhatsApp',
	'Listen for test event',
	'Phone number ID',
	'Reconnect',
	'Require app secret',
	'See all options',
	'Switch account',
	'Track order',
	'Verify and save',
]);

it('errors and descriptions quote only labels, options, and operations that exist', () => {
	const labels = forms.flatMap(([, fields]) =>
		fields.flatMap(({ property }) => [
			property.displayName,
			property.displayName.replace(/ \(\w+\)$/, ''),
			...choicesOf(property).map(({ name }) => name),
		]),
	);
	const operations = resources.flatMap((resource) => [
		resource.name,
		...resource.operations.map(({ name }) => name),
	]);
	const known = new Set([...labels, ...operations, ...NOT_OURS]);
	const isJson = (text: string) => /[{[]\s*"/.test(text);
	const unknown = sentencesInCode()
		.filter(([, text]) => !isJson(text))
		.flatMap(([where, text]) =>
			[...text.matchAll(/"([A-Z][^"…]*)"/g)]
				.filter(([, quoted]) => !quoted.split(/ → |: /).every((part) => known.has(part)))
				.map(([, quoted]) => `${where}: "${quoted}"`),
		);
	expect(unknown).toEqual([]);
});
