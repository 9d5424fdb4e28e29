import * as fc from 'fast-check';
import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	NodeParameterValueType,
} from 'n8n-workflow';
import { createEngine, type Engine } from '../../../engine';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { startApiDouble } from '../../support/apiDouble';
import { SENT } from './cases';

/**
 * Random values in every field of every sending operation, as an expression and as typed text: each item
 * ends as a message with what a person would expect, or fails in words, and nothing that JavaScript makes
 * of a wrong value is ever sent.
 */

const VALUES_PER_FIELD = 8;
const SEED = 20_271_224;
/** What an expression may yield beside the JSON of an item; n8n itself names functions. */
const EXPRESSION = `={{ ({
	now: $now, date: new Date(1e12), invalid: new Date(NaN), nan: 0 / 0, infinite: 1 / 0, none: undefined,
	nothing: null, fn: () => 1, text: "Hi " + $json.value,
})[$json.special] ?? ($json.special ? undefined : $json.value) }}`;
const SPECIALS = ['now', 'date', 'invalid', 'nan', 'infinite', 'none', 'nothing', 'fn', 'text'];

const values = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.constantFrom(
		'0',
		'true',
		' ',
		'\n',
		'[]',
		'{}',
		'{"a":1}',
		'["a"]',
		'null',
		'*a*',
		'{{1}}',
		'[object Object]',
		'{{ $json }}',
	),
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null),
	fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }),
	fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
);

/** JSON, and fields that take a list of texts where an expression gives one. */
function takesObjects({ type, name }: Place, value: unknown): boolean {
	const isList =
		Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
	return type === 'json' || (isList && name.endsWith('Ids'));
}

/** Whether a text arrived as it was written, but for the spaces around it. */
function holds(body: unknown, text: string): boolean {
	const parts =
		text.trim() === '' ? [] : [text.trim(), ...text.split(/[,;\n]/).map((part) => part.trim())];
	return (
		parts.length === 0 ||
		textsOf(body).some((sent) => parts.some((part) => part !== '' && sent.includes(part)))
	);
}

interface Place {
	/** Whether the form shows it with the other parameters as they are. */
	shown: boolean;
	/** Name in the form, for the report. */
	name: string;
	type: string;
	/** The parameters with a value at this place. */
	with(value: NodeParameterValueType): INodeParameters;
}

/** Every place of a form at which a value can stand: fields, options, and fields of rows. */
function placesOf(fields: Field[], given: INodeParameters, root = given): Place[] {
	return fields.flatMap((field): Place[] => {
		const { name, type } = field;
		const current = given[name];
		const put = (value: NodeParameterValueType): INodeParameters => ({ ...given, [name]: value });
		if (type === 'collection')
			return placesOf(
				(field.options ?? []) as Field[],
				(current ?? {}) as INodeParameters,
				root,
			).map((place) => ({
				...place,
				name: `${name}.${place.name}`,
				with: (value) => put(place.with(value)),
			}));
		const shown = isShown(field, fields, given, root);
		if (type !== 'fixedCollection') return [{ name, type, shown, with: put }];
		return (field.options as INodePropertyCollection[]).flatMap((group) => {
			const rows = ((current as INodeParameters | undefined)?.[group.name] ?? [{}]) as
				| INodeParameters[]
				| INodeParameters;
			const [first, ...others] = [rows].flat();
			return placesOf(group.values, first, root).map((place) => ({
				...place,
				shown: place.shown && shown,
				name: `${name}.${place.name}`,
				with: (value: NodeParameterValueType) =>
					put({ [group.name]: [place.with(value), ...others] }),
			}));
		});
	});
}

/** Whether the conditions of a field hold, with defaults for what is not given. */
function isShown(
	{ displayOptions }: Field,
	fields: Field[],
	given: INodeParameters,
	root: INodeParameters,
): boolean {
	const value = (name: string) =>
		name.startsWith('/')
			? root[name.slice(1)]
			: (given[name] ?? fields.find((field) => field.name === name)?.default);
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, allowed]) => value(name) === undefined || (allowed as unknown[]).includes(value(name)),
	);
}

type Field = INodeProperties;

const OPERATIONS = resources
	.flatMap(({ operations }) => operations)
	.filter(({ sends, value }) => sends && value !== 'sendTemplate' && value !== 'pinMessage');
/** n8n refuses required fields that are empty, but not expressions that yield nothing. */
function emptyRequired(fields: Field[]): INodeParameters {
	const required = fields.filter((field) => field.required);
	return Object.fromEntries(required.map(({ name }) => [name, '={{ "" }}']));
}

/** Operations that need something received before, with the least that they take. */
const BASES: Record<string, INodeParameters> = {
	sendReaction: { messageId: 'wamid.1', emoji: '👍' },
	sendAddressRequest: { body: 'Where to?' },
	sendOrderStatus: { body: 'On its way', referenceId: 'order-4711' },
};
/** Tested elsewhere, or names of fields that a message does not repeat. */
const LEFT_OUT = /^(?:sender|simplify|recipient)$|^options\.(?:continueFrom|more\w+|\w+Field)$/;

let engine: Engine;
/** The last five digits of a phone number. */
let nextPerson = 10_000;
let api: Awaited<ReturnType<typeof startApiDouble>>;

beforeAll(async () => {
	api = await startApiDouble(({ url }) =>
		url.endsWith('/messages') ? { body: { messages: [{ id: 'wamid.1' }] } } : { body: { id: '1' } },
	);
	engine = await createEngine({
		credentials: {
			whatsAppCloudApi: {
				accessToken: 'EAAtoken',
				phoneNumberId: '1',
				businessAccountId: '2',
				baseUrl: api.url,
			},
		},
	});
});
afterAll(async () => {
	await engine.close();
	await api.close();
});

/** The values of a message that are text, wherever they stand. */
function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsOf);
}

/** What a message must not hold, unless the user wrote it. */
function garbageIn(body: unknown, given: unknown): string[] {
	const written = JSON.stringify(given ?? '');
	return textsOf(body).filter(
		(text) =>
			/\[object |\bundefined\b|\bNaN\b|Invalid Date/.test(text) &&
			!written.includes(text.slice(0, 9)),
	);
}

/** Required parts of messages that must never be empty on the wire. */
function emptyParts(body: unknown, path = ''): string[] {
	if (typeof body !== 'object' || body === null) {
		const required =
			/(?:^|\.)(?:body|text|title|id|name|url|link|to|display_text|phone|email|message_id|product_retailer_id|catalog_id)$/;
		return required.test(path) && (body === null || String(body).trim() === '') ? [path] : [];
	}
	return Object.entries(body).flatMap(([key, value]) => emptyParts(value, `${path}.${key}`));
}

describe('random values', () => {
	it.each(OPERATIONS.map((operation) => [operation.value, operation] as const))(
		'%s sends what is meant, or says why not',
		async (value, operation) => {
			const example = SENT.find((one) => one.operation === value);
			const base = { ...emptyRequired(operation.fields), ...(example?.parameters ?? BASES[value]) };
			const defaults = Object.fromEntries(
				operation.fields.map((field) => [field.name, field.default]),
			);
			const root = { ...defaults, ...base } as INodeParameters;
			const places = placesOf(operation.fields, base, root).filter(
				({ name }) => !LEFT_OUT.test(name),
			);
			// As JSON, because items of n8n are.
			const drawn = fc
				.sample(values, { seed: SEED, numRuns: places.length * VALUES_PER_FIELD })
				.map((one) => JSON.parse(JSON.stringify(one)) as unknown);
			const faults: string[] = [];
			for (const [index, place] of places.entries()) {
				const given: IDataObject[] = [
					...drawn
						.slice(index * VALUES_PER_FIELD, (index + 1) * VALUES_PER_FIELD)
						.map((one) => ({ value: one as IDataObject })),
					{ special: SPECIALS[index % SPECIALS.length], value: 'x' },
					{ special: SPECIALS[(index + 4) % SPECIALS.length], value: { a: 1 } as IDataObject },
				];
				api.calls.length = 0;
				// A new person for each message, because messages to one person wait for each other.
				const country = value === 'sendAddressRequest' ? '+9198765' : '+155520';
				const first = nextPerson;
				nextPerson += given.length;
				const result = await engine.runNode(
					'whatsAppCloud',
					{
						...place.with(EXPRESSION),
						resource: 'message',
						operation: value,
						recipient: `=${country}{{ ${first} + $itemIndex }}`,
						sendingOptions: { messagesPerSecond: 1000, maxRetryTime: 0, longestWait: 0 },
					},
					given.map((json) => ({
						json,
						...(example?.items?.[0].binary && { binary: example.items[0].binary }),
					})),
					{ onError: 'continueRegularOutput' },
				);
				const say = (item: number, what: string) =>
					faults.push(`${place.name} = ${JSON.stringify(given[item])}: ${what}`);
				if (result.error) {
					// A value that is read once for all items stops the run, in words.
					if (!/\w{3}/.test(result.error.message)) say(0, 'stopped without a word');
					continue;
				}
				const items = result.items();
				for (const item of given.keys()) {
					const own = items.filter(
						({ pairedItem }) => (pairedItem as { item: number }).item === item,
					);
					const sent = api.calls.filter(
						({ url, body }) =>
							url.endsWith('/messages') &&
							String((body as IDataObject).to) === `${country}${first + item}`,
					);
					const error = own[0]?.json.error;
					if (own.length !== 1) say(item, `${own.length} results`);
					else if (error === undefined && sent.length === 0) say(item, 'neither sent nor failed');
					else if (error !== undefined && !/[a-z]{3}/i.test(String(error))) say(item, 'no words');
					else if (
						error !== undefined &&
						/is not a function|of undefined|of null|Cannot read/.test(String(error))
					)
						say(item, `a JavaScript error: ${String(error)}`);
					for (const { body } of sent) {
						for (const text of garbageIn(body, given[item])) say(item, `sent ${text}`);
						for (const path of emptyParts(body)) say(item, `sent nothing as ${path}`);
					}
					const { value: one, special } = given[item];
					const wrong =
						special === undefined
							? typeof one === 'object' && one !== null
							: !['none', 'nothing', 'text'].includes(String(special)) &&
								// n8n itself writes dates inside of groups as text.
								!(special === 'now' && place.name.includes('.'));
					if (sent.length === 0 || !place.shown) continue;
					if (wrong && !takesObjects(place, one)) say(item, `taken for a ${place.type}`);
					if (typeof one === 'string' && special === undefined && place.type === 'string')
						for (const { body } of sent)
							if (!holds(body, one)) say(item, `is not in ${JSON.stringify(body)}`);
				}
			}
			expect(faults).toEqual([]);
		},
		60_000,
	);
});
