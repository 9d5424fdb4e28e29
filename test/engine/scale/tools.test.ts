import type { IDataObject } from 'n8n-workflow';
import { node, type NodeSettings, type RunResult } from '../../../engine';
import { arrivals, MESSAGES, sendTexts, waId, withCampaign } from './campaign';

const stage = withCampaign({ behavior: { limits: { throughput: null } }, clock: 20 });
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
const ana = { to: `+${waId(1)}`, text: 'hello' };

/** An agent of that version that calls the node as its tool, once for each entry of `calls`. */
async function callTool(
	version: number,
	calls: IDataObject[],
	{
		together = false,
		deliveryOptions = {},
		...settings
	}: NodeSettings & {
		together?: boolean;
		deliveryOptions?: object;
	} = {},
): Promise<string[]> {
	const agent = node(
		'n8n-nodes-base.toolAgent',
		{ calls: JSON.stringify(calls), together },
		{ typeVersion: version },
	);
	const before = node('n8n-nodes-base.noOp');
	const tool = node(
		'whatsAppCloudTool',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: "={{ $fromAI('to', 'phone number', 'string') }}",
			text: "={{ $fromAI('text', 'text', 'string') }}",
			deliveryOptions: { messagesPerSecond: 1000, ...deliveryOptions },
		},
		settings,
	);
	const result: RunResult = await stage.engine.run({
		nodes: [before, agent, tool],
		connections: {
			[before.name]: { main: [[{ node: agent.name, type: 'main', index: 0 }]] },
			[tool.name]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] },
		},
	});
	return (result.json(agent.name)[0].results as unknown[]).map((one) => JSON.stringify(one));
}

const received = async () => [...(await arrivals(stage)).values()].reduce((a, b) => a + b, 0);

describe.each([1, 2, 3])('as a tool of an agent of version %i', (version) => {
	it('a message is sent once although its answer was lost and n8n retries', async () => {
		await stage.control.addFault({ path: MESSAGES, drop: 'after', times: 1 });
		await callTool(version, [ana], retry);
		expect(await received()).toBe(1);
	});

	it('a rejected message is sent by the next try', async () => {
		await stage.control.addFault({ path: MESSAGES, times: 1, error: { code: 131026 } });
		const [result] = await callTool(version, [ana], retry);
		expect(result).toContain('wamid.');
		expect(await received()).toBe(1);
	});

	it.each([false, true])('equal calls are each sent, at the same time: %j', async (together) => {
		await callTool(version, [ana, { ...ana }, { ...ana }], { together, ...retry });
		expect(await received()).toBe(3);
	});

	it('a call that the model repeats after its outcome was unknown is not sent again', async () => {
		await stage.control.addFault({ path: MESSAGES, drop: 'after', times: 1 });
		const results = await callTool(version, [ana, { ...ana }]);
		expect(results[1]).toContain('closed the connection before it answered');
		expect(await received()).toBe(1);
	});

	it('another call after one with an unknown outcome is sent', async () => {
		await stage.control.addFault({ path: MESSAGES, drop: 'after', times: 1 });
		await callTool(version, [ana, { ...ana, text: 'another' }]);
		expect(await received()).toBe(2);
	});

	it('a message is sent again with the option Retry', async () => {
		await stage.control.addFault({ path: MESSAGES, drop: 'after', times: 1 });
		await callTool(version, [ana], { deliveryOptions: { onUnknownOutcome: 'retry' } });
		expect(await received()).toBe(2);
	});

	it('the model is given what went wrong and how to fix it', async () => {
		await stage.control.addFault({ path: MESSAGES, error: { code: 131047 } });
		const [result] = await callTool(version, [ana]);
		expect(result).toContain('The customer service window is closed');
		expect(result).toContain('Send an approved template');
	});

	it('the model is given which input is invalid', async () => {
		const [result] = await callTool(version, [{ ...ana, to: 'Ana' }], retry);
		expect(result).toContain('Ana');
		expect(result).toContain('Enter one phone number');
		expect(await received()).toBe(0);
	});
});

it('the same node outside of an agent throws as usual', async () => {
	await stage.control.addFault({ path: MESSAGES, error: { code: 131047 } });
	const result = await sendTexts(stage, [{ json: ana }]);
	expect(result.error?.message).not.toContain('Send an approved template');
	expect(result.error?.description).toContain('Send an approved template');
});
