import * as fc from 'fast-check';
import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { createEngine, node, type Engine, type RunResult } from '../../../engine';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { deliveryOptions } from '../../../nodes/WhatsAppCloud/runtime/deliveryOptions';
import { startApiDouble } from '../../support/apiDouble';
import { emptyRequired, placesOf, type Place } from '../../support/formPlaces';
import { SENT } from './cases';
import { BASES, locator, TEMPLATES, valueFor, type Base } from './fuzzBases';
import { faultsOf, type Outcome } from './fuzzFaults';

/**
 * Random values in every field of every sending operation: as an expression, as typed text, and from an AI
 * agent. Each item ends as a message with what a person would expect, or fails in words, and nothing that
 * JavaScript makes of a wrong value is ever sent.
 */

const SEED = 20_271_224;
const MIN_VALUES = 2_000;
/** How a text is entered beside an expression. */
const WAYS = ['typed', 'agent'] as const;
/** What an expression may return besides the JSON of an item; n8n itself names functions. */
const EXPRESSION = `={{ ({
	now: $now, date: new Date(1e12), invalid: new Date(NaN), nan: 0 / 0, infinite: 1 / 0, none: undefined,
	nothing: null, fn: () => 1, text: "Hi " + $json.value,
})[$json.special] ?? ($json.special ? undefined : $json.value) }}`;
const SPECIALS = ['now', 'date', 'invalid', 'nan', 'infinite', 'none', 'nothing', 'fn', 'text'];
/** An agent is offered this instead of a typed value. */
const FROM_AI = "={{ $fromAI('value', 'any value', 'string') }}";

const typed = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.constantFrom(
		...['0', 'true', 'TRUE', 'nein', ' ', '\n', '*a*', '{{1}}', '{{ $json }}', '[object Object]'],
		...['[]', '{}', '{"a":1}', '["a"]', '[1,]', 'null', '“a”', '"a"', '{"a":{"b":[1]}}', '[[]]'],
		...['1.234,56', '1,234.56', '12 €', 'Infinity', '-1', '1e3', '0x10', '１２', '4.91E+11', '¼'],
		...['31.12.2026', '2026-02-30', '46387', '2026-W10', 'now', '1799999999'],
		...['https://a.example/b c', 'data:,x', 'a.jpg', '../x', '+49 170 1234567', 'wamid.1'],
	),
);
const values = fc.oneof(
	{ weight: 3, arbitrary: typed },
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null),
	fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }),
	fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
);
/** What may be a phone number, so that recipients are not all rejected. */
const phoneLike = fc.oneof(
	typed,
	fc.stringMatching(/^\+?(?:49|55|1|44)?[ ()./-]?\d{2,7}[ -]?\d{2,7}$/),
);

const OPERATIONS = resources.flatMap(({ operations }) => operations).filter(({ sends }) => sends);
/** Tested elsewhere. */
const LEFT_OUT = /^(?:simplify|sender)$|^options\.(?:continueFrom|more\w+|\w+Field|typingFirst)$/;
/** Fields of every operation, which get fewer values after the first one. */
const EVERYWHERE =
	/^(?:recipient|template\w*|parameterInput|account|closedWindow|window\w+|lastMessageAt|options\.(?:callbackData|identityKeyHash|messagingAccountId|allowUnusualNumbers|defaultCountry|alternateFormat|replyTo))$/;
let engine: Engine;
let api: Awaited<ReturnType<typeof startApiDouble>>;
/** The last digits of a phone number; a new person for each message, because messages to one person wait. */
let nextPerson = 10_000;
let tried = 0;
const seen = new Set<string>();

beforeAll(async () => {
	api = await startApiDouble(({ url }) =>
		/\/(?:marketing_)?messages$/.test(url)
			? { body: { messages: [{ id: 'wamid.1' }] } }
			: { body: url.includes('/message_templates') ? { data: TEMPLATES } : { id: '1' } },
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

const DELIVERY = { messagesPerSecond: 1000, maxRetryTime: 0 };

/** The parameters with a value at a place. */
function parametersOf(
	{ operation }: Base,
	place: Place,
	value: NodeParameterValueType,
	person: string,
): INodeParameters {
	const parameters = place.with(value);
	return {
		...parameters,
		resource: 'message',
		operation,
		...(place.name !== 'recipient' && { recipient: person }),
		deliveryOptions: { ...DELIVERY, ...(parameters.deliveryOptions as INodeParameters) },
	};
}

/** Who receives the message for the item with that number. */
function personOf({ operation }: Base, number: string): string {
	if (operation === 'pinMessage') return `Y2FwaV9ncm91cDoxNzA1NTU1MDEz${number}`;
	return `${operation === 'sendAddressRequest' ? '+9198765' : '+155520'}${number}`;
}

/** Options that are read for the first item only. */
function readOnce({ name }: Place): boolean {
	return name.startsWith('deliveryOptions.');
}

const messages = () =>
	api.calls.filter(({ url }) => /\/(?:marketing_)?messages$/.test(url)).map(({ body }) => body);

/** One run with an item for each value, which an expression puts at the place. */
async function byExpression(base: Base, place: Place, items: IDataObject[]): Promise<Outcome[]> {
	const first = nextPerson;
	nextPerson += items.length;
	api.calls.length = 0;
	const result = await engine.runNode(
		'whatsAppCloud',
		parametersOf(base, place, EXPRESSION, `=${personOf(base, `{{ ${first} + $itemIndex }}`)}`),
		items.map((json) => ({ json, ...binaryOf(base) })),
		{ onError: 'continueRegularOutput' },
	);
	const stopped = result.error && wordsOf(result);
	return items.map((_, item): Outcome => {
		// A value that is read once for all items stops the run, in words.
		if (stopped !== undefined) return { sent: [], error: stopped, results: 1 };
		const own = result
			.items()
			.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
		const to = personOf(base, String(first + item));
		return {
			sent: messages().filter(
				(body) => place.name === 'recipient' || (body as IDataObject).to === to,
			),
			error: own[0]?.json.error as string | undefined,
			results: own.length,
		};
	});
}

/** One run for a value that was typed into the form, or given by an agent. */
async function alone(
	base: Base,
	place: Place,
	value: string,
	way: 'typed' | 'agent',
): Promise<Outcome> {
	api.calls.length = 0;
	const person = personOf(base, String(nextPerson++));
	const given = way === 'typed' ? value : FROM_AI;
	const parameters = parametersOf(base, place, given, person);
	try {
		if (way === 'agent') return await byAgent(base, parameters, value);
		const items = [{ json: {}, ...binaryOf(base) }];
		const result = await engine.runNode('whatsAppCloud', parameters, items);
		return { sent: messages(), error: result.error && wordsOf(result), results: 1 };
	} catch (error) {
		// n8n's own check of the form, before the node runs.
		return { sent: messages(), error: (error as Error).message, results: 1 };
	}
}

async function byAgent(base: Base, parameters: INodeParameters, value: string): Promise<Outcome> {
	const calls = JSON.stringify([{ value }]);
	const agent = node('n8n-nodes-base.toolAgent', { calls }, { typeVersion: 3 });
	const before = node('n8n-nodes-base.noOp');
	const tool = node('whatsAppCloudTool', parameters);
	const result = await engine.run(
		{
			nodes: [before, agent, tool],
			connections: {
				[before.name]: { main: [[{ node: agent.name, type: 'main', index: 0 }]] },
				[tool.name]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] },
			},
		},
		{ startItems: [{ json: {}, ...binaryOf(base) }] },
	);
	const error = result.nodeError(tool.name);
	const sent = messages();
	return {
		sent,
		error: error ? error.message : sent.length > 0 ? undefined : wordsOf(result),
		results: 1,
	};
}

function wordsOf({ error }: RunResult): string {
	return error ? `${error.message} ${error.description ?? ''}` : '';
}

function binaryOf({ operation }: Base) {
	const binary = SENT.find((one) => one.operation === operation)?.items?.[0].binary;
	return binary && { binary };
}

const messagesToFill: Base[] = OPERATIONS.flatMap(({ value: operation, fields }): Base[] => {
	if (operation === 'sendTemplate')
		return [
			...TEMPLATES.map(({ name }) => ({
				operation,
				name,
				parameters: {
					template: locator(name),
					parameterInput: 'fields',
					options: { marketingMessages: true },
				},
			})),
			{
				operation,
				name: 'JSON',
				parameters: {
					template: locator('status'),
					parameterInput: 'json',
					templateValues:
						'{"body": ["Ana"], "order_status": {"reference_id": "1", "status": "shipped"}}',
				},
			},
		];
	const example = SENT.find((one) => one.operation === operation)?.parameters;
	const least = BASES.find((one) => one.operation === operation)?.parameters;
	const parameters = {
		...emptyRequired(fields),
		// For If the Window Is Closed, which an expression may turn to a template.
		template: locator('status'),
		...(example ?? least),
	} as INodeParameters;
	return [{ operation, name: '', parameters }];
});

/** With the generated fields of the template, each with a valid value. */
async function filledIn(base: Base): Promise<INodeParameters> {
	if (base.parameters.parameterInput !== 'fields') return base.parameters;
	const { fields } = await engine.dynamic.resourceMapping(
		'whatsAppCloud',
		'getTemplateParameters',
		{ parameters: { ...base.parameters, resource: 'message', operation: base.operation } },
	);
	const shown = fields.filter(({ display }) => display);
	const value = Object.fromEntries(shown.map(({ id }) => [id, valueFor(id)]));
	return {
		...base.parameters,
		templateParameters: {
			mappingMode: 'defineBelow',
			value,
			schema: fields,
		} as unknown as INodeParameters,
	};
}

async function placesIn(base: Base): Promise<Place[]> {
	const operation = OPERATIONS.find(({ value }) => value === base.operation);
	const fields = [...(operation?.fields ?? []), deliveryOptions];
	const parameters = await filledIn(base);
	const defaults = Object.fromEntries(fields.map((field) => [field.name, field.default]));
	const root = { ...defaults, ...parameters } as INodeParameters;
	const places = placesOf(fields, parameters, root).filter(
		(place) => !LEFT_OUT.test(place.name) && !(readOnce(place) && seen.has(place.name)),
	);
	// The options are the same for each template.
	const repeated = base.operation === 'sendTemplate' && base.name !== TEMPLATES[0].name;
	return repeated
		? places.filter(({ name }) => /^template(?:Parameters|Values)/.test(name))
		: places;
}

/** The same for a place on every run, whatever other places there are. */
function seedOf(name: string): number {
	return [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, SEED);
}

describe('random values', () => {
	it.each(messagesToFill.map((base) => [`${base.operation} ${base.name}`.trim(), base] as const))(
		'%s sends the intended message or explains why not',
		async (_, base) => {
			const places = await placesIn(base);
			const faults: string[] = [];
			for (const [index, place] of places.entries()) {
				const seed = seedOf(`${base.operation} ${base.name} ${place.name}`);
				const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
					fc.sample(arbitrary, { seed, numRuns: count });
				const say = (way: string, given: unknown, special: unknown, outcome: Outcome) => {
					tried++;
					const value = special === undefined ? JSON.stringify(given) : String(special);
					for (const fault of faultsOf(place, given, special, outcome))
						faults.push(`${place.name} = ${value} (${way}): ${fault}`);
				};
				const again = EVERYWHERE.test(place.name) && seen.has(place.name);
				seen.add(place.name);
				// n8n takes a text that begins with = as an expression.
				const texts = draw(place.name === 'recipient' ? phoneLike : typed, again ? 1 : 2).map(
					(text) => text.replace(/^=+/, ''),
				);
				// As JSON, because items of n8n are.
				const others = JSON.parse(JSON.stringify(draw(values, again ? 1 : 3))) as unknown[];
				const items: IDataObject[] = [
					...[...texts, ...others].map((value) => ({ value: value as IDataObject })),
					{ special: SPECIALS[index % SPECIALS.length], value: { a: 1 } as IDataObject },
				];
				const runs =
					place.name === 'recipient' || readOnce(place) ? items.map((one) => [one]) : [items];
				for (const run of runs) {
					const outcomes = await byExpression(base, place, run);
					outcomes.forEach((outcome, item) =>
						say('expression', run[item].value, run[item].special, outcome),
					);
				}
				for (const text of texts)
					for (const way of again ? WAYS.slice(tried % 2, (tried % 2) + 1) : WAYS)
						say(way, text, undefined, await alone(base, place, text, way));
			}
			expect(faults).toEqual([]);
		},
		90_000,
	);

	it(`were at least ${MIN_VALUES}`, () => {
		expect(tried).toBeGreaterThanOrEqual(MIN_VALUES);
	});
});
