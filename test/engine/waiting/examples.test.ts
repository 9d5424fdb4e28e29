/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import { readWorkflow, type RunResult, type Trigger } from '../../../engine';
import { withSandbox } from '../../support/withSandbox';
import { ANA, BEN, continued } from './support';

const stage = withSandbox();
let trigger: Trigger | undefined;

beforeAll(async () => {
	await stage.engine.listen();
});
afterEach(async () => await trigger?.deactivate());

/** Publishes an example and runs it until it waits. */
async function asked(name: string, node: string): Promise<RunResult> {
	const workflow = await readWorkflow(path.join(__dirname, '../../../examples', `${name}.json`));
	trigger = stage.engine.trigger({ id: name, ...workflow });
	await trigger.activate();
	const waiting = await stage.engine.run(
		{ id: name, ...workflow },
		{ mode: 'manual', startNode: 'When I Click Execute' },
	);
	expect(waiting.error).toBeUndefined();
	expect(waiting.lastNode).toBe(node);
	return waiting;
}

async function textTo(customer: string): Promise<unknown> {
	const messages = await stage.control.messages({ customer, direction: 'outgoing' });
	return messages
		.filter(({ type }) => type === 'text')
		.map(({ content }) => (content as { body: string }).body);
}

it.each([
	['Approve', 'Train ticket to Berlin: approved. The money is on its way.'],
	['Decline', 'Train ticket to Berlin: declined. Please talk to your manager.'],
])('approve an expense: %s', async (title, text) => {
	const waiting = await asked('approve-an-expense', 'Ask the Manager');
	const done = continued(stage, waiting.executionId);
	await stage.control
		.customer(ANA)
		.tap(String(waiting.json('Ask the Manager')[0].messageId), title);
	expect((await done).error).toBeUndefined();
	expect(await textTo(BEN)).toEqual([text]);
});

it('approve an expense: nobody answers', async () => {
	const waiting = await asked('approve-an-expense', 'Ask the Manager');
	const result = await stage.engine.waiting.timeOut(waiting.executionId);
	expect(result.error).toBeUndefined();
	expect(await textTo(BEN)).toEqual([
		'Train ticket to Berlin: nobody has answered yet. Please ask again.',
	]);
});

/** Answers the flow of a question. */
async function fillIn(waiting: RunResult, node: string, values: Record<string, string>) {
	const messageId = String(waiting.json(node)[0].messageId);
	const done = continued(stage, waiting.executionId);
	await stage.control.customer(ANA).answerFlow(messageId, values);
	const result = await done;
	expect(result.error).toBeUndefined();
}

it('collect a delivery date', async () => {
	const waiting = await asked('collect-a-delivery-date', 'Ask for a Date');
	await fillIn(waiting, 'Ask for a Date', { delivery_date: '2026-12-24', time: 'Afternoon' });
	expect(await textTo(ANA)).toEqual(['We deliver order 4711 on 2026-12-24, afternoon. 🚚']);
});

it.each([
	['Poor', BEN, '*Ana Lima* rated us _Poor_: no comment'],
	['Very good', ANA, 'Thank you! We are glad that you were satisfied.'],
])('satisfaction survey: %s', async (rating, customer, text) => {
	const waiting = await asked('satisfaction-survey', 'Survey');
	await fillIn(waiting, 'Survey', { rating });
	expect(await textTo(customer)).toEqual([text]);
});
