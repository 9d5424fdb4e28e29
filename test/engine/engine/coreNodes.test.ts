/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type { INode, INodeParameters } from 'n8n-workflow';
import path from 'node:path';
import { chain, createEngine, node, type Engine, type WorkflowJson } from '../../../engine';

/**
 * The stand-ins for n8n's core nodes: each does what n8n's own does for the parameters that the example
 * workflows set. Run once with the nodes of n8n-nodes-base 2.41.1 in their place, all of this passed too
 * (Code aside: n8n runs it in a task runner, and Wait, which was not loaded).
 */
let engine: Engine;

beforeAll(async () => {
	engine = await createEngine({ packageDir: path.join(__dirname, '../../fixtures/probe-package') });
});

afterAll(async () => await engine.close());

function core(type: string, typeVersion: number, parameters: INodeParameters, name = type): INode {
	return node(`n8n-nodes-base.${type}`, parameters, { name, typeVersion });
}

async function runCore(
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
	items: Array<Record<string, string | number>> = [{}],
) {
	return await engine.run(
		{ nodes: [core(type, typeVersion, parameters)], connections: {} },
		{ startItems: items.map((json) => ({ json })) },
	);
}

function equals(leftValue: string, rightValue: string): INodeParameters {
	return {
		combinator: 'and',
		conditions: [
			{ id: '1', leftValue, rightValue, operator: { type: 'string', operation: 'equals' } },
		],
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	};
}

const PEOPLE = [{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy' }];

describe('conditions', () => {
	it('IF sends items to true or false and keeps their pairing', async () => {
		const conditions = equals('={{ $json.name }}', 'Bo');
		const result = await runCore('if', 2.2, { conditions }, PEOPLE);
		expect(result.json(undefined, 0)).toEqual([{ name: 'Bo' }]);
		expect(result.json(undefined, 1)).toEqual([{ name: 'Ann' }, { name: 'Cy' }]);
		expect(result.items(undefined, 1)[1].pairedItem).toEqual({ item: 2 });
	});

	it('Filter lets matching items pass', async () => {
		const conditions = equals('={{ $json.name }}', 'Cy');
		expect((await runCore('filter', 2.2, { conditions }, PEOPLE)).json()).toEqual([{ name: 'Cy' }]);
	});

	it.each([
		['drops an item without a rule', {}, [['Ann'], ['Bo']]],
		['has an extra output', { fallbackOutput: 'extra' }, [['Ann'], ['Bo'], ['Cy']]],
		['falls back to a named output', { fallbackOutput: 1 }, [['Ann'], ['Bo', 'Cy']]],
	])('Switch %s', async (_name, options, expected) => {
		const values = ['Ann', 'Bo'].map((name) => ({
			conditions: equals('={{ $json.name }}', name),
			renameOutput: true,
			outputKey: name,
		}));
		const result = await runCore('switch', 3.2, { rules: { values }, options }, PEOPLE);
		expect(result.output().map((items) => items.map(({ json }) => json.name))).toEqual(expected);
	});

	it('Switch sends an item to the first rule only, or to all that match', async () => {
		const values = [1, 2].map(() => ({ conditions: equals('a', 'a') }));
		const rules = { rules: { values } };
		const first = await runCore('switch', 3.2, { ...rules, options: {} });
		expect(first.output().map(({ length }) => length)).toEqual([1, 0]);
		const all = await runCore('switch', 3.2, { ...rules, options: { allMatchingOutputs: true } });
		expect(all.output().map(({ length }) => length)).toEqual([1, 1]);
	});

	it('Switch by expression uses the output of the expression', async () => {
		const parameters = { mode: 'expression', numberOutputs: 3, output: '={{ $itemIndex }}' };
		const result = await runCore('switch', 3.2, parameters, PEOPLE);
		expect(result.output().map(([item]) => item.json.name)).toEqual(['Ann', 'Bo', 'Cy']);
	});
});

describe('Edit Fields', () => {
	const assignments = {
		assignments: [
			{ id: '1', name: 'greeting', type: 'string', value: '=Hi {{ $json.name }}' },
			{ id: '2', name: 'order.number', type: 'number', value: '42' },
		],
	};

	it('sets typed fields by path, alone or in addition to the others', async () => {
		const alone = await runCore('set', 3.4, { assignments, options: {} }, [{ name: 'Ann' }]);
		expect(alone.json()).toEqual([{ greeting: 'Hi Ann', order: { number: 42 } }]);
		const parameters = { assignments, includeOtherFields: true, options: {} };
		const beside = await runCore('set', 3.4, parameters, [{ name: 'Ann' }]);
		expect(beside.json()).toEqual([{ name: 'Ann', greeting: 'Hi Ann', order: { number: 42 } }]);
	});

	it('keeps dots in a name if configured', async () => {
		const parameters = { assignments, options: { dotNotation: false } };
		const result = await runCore('set', 3.4, parameters, [{ name: 'Ann' }]);
		expect(result.json()).toEqual([{ greeting: 'Hi Ann', 'order.number': 42 }]);
	});

	it('sets fields as JSON', async () => {
		const parameters = { mode: 'raw', jsonOutput: '={ "name": "{{ $json.name }}!" }', options: {} };
		const result = await runCore('set', 3.4, parameters, [{ name: 'Ann' }]);
		expect(result.json()).toEqual([{ name: 'Ann!' }]);
	});

	it('rejects a value of the wrong type', async () => {
		const wrong = { assignments: [{ id: '1', name: 'n', type: 'number', value: 'many' }] };
		const result = await runCore('set', 3.4, { assignments: wrong, options: {} });
		expect(result.error?.message).toContain("'n' expects a number but we got 'many'");
	});
});

describe('lists', () => {
	it('Limit keeps the first or last items', async () => {
		const first = await runCore('limit', 1, { maxItems: 2 }, PEOPLE);
		expect(first.json()).toEqual([{ name: 'Ann' }, { name: 'Bo' }]);
		const last = await runCore('limit', 1, { maxItems: 1, keep: 'lastItems' }, PEOPLE);
		expect(last.json()).toEqual([{ name: 'Cy' }]);
	});

	it('Split Out and Aggregate undo each other', async () => {
		const gather = core('aggregate', 1, { aggregate: 'aggregateAllItemData' });
		const split = core('splitOut', 1, { fieldToSplitOut: 'data' });
		const startItems = PEOPLE.map((json) => ({ json }));
		const result = await engine.run(chain(gather, split), { startItems });
		expect(result.json('aggregate')).toEqual([{ data: PEOPLE }]);
		expect(result.json('splitOut')).toEqual(PEOPLE);
	});

	it('Convert to File makes a file of base64', async () => {
		const data = Buffer.from('Grüße').toString('base64');
		const parameters = {
			operation: 'toBinary',
			sourceProperty: 'data',
			options: { fileName: 'note.txt', mimeType: 'text/plain' },
		};
		const result = await runCore('convertToFile', 1.1, parameters, [{ data }]);
		const [item] = result.items();
		expect(item.binary?.data).toMatchObject({ fileName: 'note.txt', mimeType: 'text/plain' });
		expect((await result.binary(item)).toString()).toBe('Grüße');
	});
});

describe('flow', () => {
	const trigger = core('manualTrigger', 1, {}, 'Start');

	function fork(merge: INodeParameters): WorkflowJson {
		const field = (name: string, value: string) =>
			core(
				'set',
				3.4,
				{ assignments: { assignments: [{ id: '1', name, type: 'string', value }] }, options: {} },
				name,
			);
		const nodes = [trigger, field('a', '1'), field('b', '2'), core('merge', 3.1, merge, 'Merge')];
		const into = (index: number) => ({ main: [[{ node: 'Merge', type: 'main' as const, index }]] });
		return {
			nodes,
			connections: {
				Start: {
					main: [
						[
							{ node: 'a', type: 'main', index: 0 },
							{ node: 'b', type: 'main', index: 0 },
						],
					],
				},
				a: into(0),
				b: into(1),
			},
			settings: { executionOrder: 'v1' },
		};
	}

	it.each([
		['appends', { mode: 'append' }, [{ a: '1' }, { b: '2' }]],
		[
			'combines by position',
			{ mode: 'combine', combineBy: 'combineByPosition' },
			[{ a: '1', b: '2' }],
		],
		['takes one branch', { mode: 'chooseBranch', useDataOfInput: 2 }, [{ b: '2' }]],
	])('Merge waits for both branches and %s', async (_name, parameters, expected) => {
		const result = await engine.run(fork(parameters));
		expect(result.json('Merge')).toEqual(expected);
	});

	it('Loop Over Items outputs batches and then all items', async () => {
		const loop = core('splitInBatches', 3, { batchSize: 2 }, 'Loop');
		const step = core('noOp', 1, {}, 'Step');
		const result = await engine.run(
			{
				nodes: [trigger, loop, step],
				connections: {
					Start: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
					Loop: { main: [[], [{ node: 'Step', type: 'main', index: 0 }]] },
					Step: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
				},
				settings: { executionOrder: 'v1' },
			},
			{ startItems: PEOPLE.map((json) => ({ json })) },
		);
		expect(result.runs('Step').map((_, run) => result.output('Step', run)[0].length)).toEqual([
			2, 1,
		]);
		expect(result.json('Loop', 0)).toEqual(PEOPLE);
	});

	it('Code runs JavaScript on all items or on each', async () => {
		const all = 'return $input.all().map((item, i) => ({ json: { n: i, name: item.json.name } }));';
		const once = await runCore('code', 2, { jsCode: all }, PEOPLE);
		expect(once.json()[2]).toEqual({ n: 2, name: 'Cy' });
		const each = { mode: 'runOnceForEachItem', jsCode: 'return { up: $json.name.toUpperCase() };' };
		expect((await runCore('code', 2, each, PEOPLE)).json()).toEqual([
			{ up: 'ANN' },
			{ up: 'BO' },
			{ up: 'CY' },
		]);
	});

	it('Code sees other nodes and what it throws stops the run', async () => {
		const read = core('code', 2, { jsCode: 'return [{ json: $("Start").first().json }];' }, 'Read');
		const result = await engine.run(chain(trigger, read), { startItems: [{ json: { n: 1 } }] });
		expect(result.json()).toEqual([{ n: 1 }]);
		const wrong = await runCore('code', 2, { jsCode: 'throw new Error("No stock")' });
		expect(wrong.error?.message).toContain('No stock');
	});

	it('Wait outputs its items, and a long wait pauses the run', async () => {
		const short = await runCore('wait', 1.1, { amount: 0, unit: 'seconds' }, PEOPLE);
		expect(short.json()).toEqual(PEOPLE);
		expect((await runCore('wait', 1.1, { amount: 2, unit: 'hours' })).status).toBe('waiting');
	});

	it('skips a note and names a node without a stand-in', async () => {
		const note = core('stickyNote', 1, { content: 'Hello' }, 'Note');
		const sheet = core('googleSheets', 4.5, {}, 'Sheet');
		const json = chain(trigger, sheet);
		json.nodes.push(note);
		const result = await engine.run(json);
		expect(result.error?.message).toContain('no stand-in for "n8n-nodes-base.googleSheets"');

		json.pinData = { Sheet: [{ json: { row: 1 } }] };
		expect((await engine.run(json, { mode: 'manual' })).json('Sheet')).toEqual([{ row: 1 }]);
	});
});
