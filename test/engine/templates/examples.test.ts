/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { readWorkflow, type WorkflowJson } from '../../../engine';
import { dataTableRows } from '../../../engine/coreNodes/dataTable';
import { withSandbox } from '../../support/withSandbox';
import { approved, output } from './support';

const stage = withSandbox();

const example = async (name: string): Promise<WorkflowJson> =>
	await readWorkflow(path.join(__dirname, '../../../examples', `${name}.json`));

/** The template of the sheet example, as its note says to submit it. */
const ORDER = {
	category: 'UTILITY',
	header: 'TEXT',
	headerText: 'Your order [[1]]',
	headerSample: '4711',
	body: 'Dear [[1]], your order leaves our bakery on [[2]]. Thank you for buying from us!',
	bodySamples: { sample: [{ value: 'Pablo' }, { value: 'Monday' }] },
	buttons: {
		button: [
			{ type: 'URL', text: 'Track', url: 'https://example.com/orders/[[1]]', urlSample: '4711' },
		],
	},
};

describe('submit and follow a template', () => {
	beforeAll(async () => {
		await stage.engine.listen();
	});

	const follow = async (change: (workflow: WorkflowJson) => WorkflowJson = (same) => same) => {
		const workflow = { id: 'follow', ...change(await example('submit-and-follow-a-template')) };
		const trigger = stage.engine.trigger(workflow);
		await trigger.activate();
		const submitted = await stage.engine.run(workflow, { startNode: 'When I Click Execute' });
		expect(submitted.error).toBeUndefined();
		expect(submitted.json('Submit Template')).toMatchObject([{ status: 'PENDING' }]);
		await stage.control.advance(10_000);
		const [execution] = await stage.engine.executions.wait(1);
		await trigger.deactivate();
		return execution;
	};

	it('sends the template when Meta approves it', async () => {
		const execution = await follow();
		expect(execution.json('Send It to Me')).toMatchObject([{ messageStatus: 'accepted' }]);
		const [message] = await stage.control.messages({ direction: 'outgoing' });
		expect(message.template).toMatchObject({
			header: { text: 'Your order 4711' },
			body: 'Dear Ana, your order leaves our bakery on Monday. Thank you for buying from us!',
			buttons: [{ url: 'https://example.com/orders/4711' }, { text: 'Stop updates' }],
		});
	});

	it('explains what to change if Meta rejects it', async () => {
		const execution = await follow((workflow) => ({
			...workflow,
			nodes: workflow.nodes.map((node) =>
				node.name === 'Submit Template'
					? {
							...node,
							parameters: {
								...node.parameters,
								body: 'Dear [[1]], you have won the lottery on [[2]]. Come and see us!',
							},
						}
					: node,
			),
		}));
		expect(execution.json('What to Change')).toMatchObject([
			{ template: 'order_on_its_way', status: 'REJECTED', why: expect.any(String) as string },
		]);
		expect(await stage.control.messages({ direction: 'outgoing' })).toEqual([]);
	});
});

describe('keep templates in a data table', () => {
	it('fills the table, then writes only changes and removes deleted templates', async () => {
		const table = randomUUID();
		const text = JSON.stringify(await example('keep-templates-in-a-data-table'));
		const workflow = JSON.parse(
			text.replaceAll('"mode":"list","value":""', `"mode":"id","value":"${table}"`),
		) as WorkflowJson;
		const sync = async () => {
			const result = await stage.engine.run(workflow);
			expect(result.error).toBeUndefined();
			return result;
		};
		const add = async (name: string) =>
			await stage.control.addTemplate({
				name,
				category: 'UTILITY',
				components: [{ type: 'BODY', text: `Hello {{1}} from ${name}` }],
			});
		const [one, two] = [await add('one'), await add('two')];
		await sync();
		expect(
			dataTableRows(table)
				.map(({ name }) => name)
				.sort(),
		).toEqual(['hello_world', 'one', 'two']);
		expect(dataTableRows(table).find(({ name }) => name === 'one')).toMatchObject({
			templateId: one.id,
			status: 'APPROVED',
			parameters: 'body.1',
			body: 'Hello {{1}} from one',
		});

		const quiet = await sync();
		expect(quiet.items('What Changed')).toEqual([]);

		await stage.control.changeTemplate(one.id, { status: 'REJECTED', rejectedReason: 'SCAM' });
		await output(stage, 'template', 'delete', { scope: 'ids', templateIds: two.id });
		await add('three');
		const changed = await sync();
		expect(changed.items('Write the Row')).toHaveLength(2);
		expect(changed.items('Remove the Row')).toHaveLength(1);
		expect(
			dataTableRows(table)
				.map(({ name }) => name)
				.sort(),
		).toEqual(['hello_world', 'one', 'three']);
		expect(dataTableRows(table).find(({ name }) => name === 'one')).toMatchObject({
			status: 'REJECTED',
			reason: 'Meta considers the text a scam',
		});
	});
});

describe('send a template to each row of a sheet', () => {
	it('sends to the remaining rows, and explains a failed one', async () => {
		await approved(stage, 'order_leaves', ORDER);
		const workflow = await example('send-a-template-to-each-row-of-a-sheet');
		const row = (row_number: number, phone: string, more: object = {}) => ({
			json: { row_number, phone, name: 'Ana', order: '4711', day: 'Monday', ...more },
		});
		const result = await stage.engine.run(
			{
				...workflow,
				pinData: {
					'Read the Sheet': [
						row(2, '+1 555-010-0201'),
						row(3, '+447700900202', { 'message ID': 'wamid.done' }),
						row(4, '+91 99999 00203', { day: '' }),
						row(5, 'not a number'),
					],
					'Write the Message ID': [{ json: {} }],
					'Write the Reason': [{ json: {} }],
				},
			},
			{ mode: 'manual' },
		);
		expect(result.error).toBeUndefined();
		const [sent, failed] = result.output('Send the Template');
		expect(sent).toMatchObject([{ json: { messageStatus: 'accepted', template: 'order_leaves' } }]);
		expect(failed.map(({ json }) => String(json.error))).toEqual([
			expect.stringContaining('Body {{2}} is empty'),
			expect.stringContaining('"not a number" is not a phone number'),
		]);
		const messages = await stage.control.messages({ direction: 'outgoing' });
		expect(messages.map(({ customer }) => customer)).toEqual(['15550100201']);
	});
});
