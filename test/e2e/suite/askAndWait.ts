import type { INode } from 'n8n-workflow';
import { launchBrowser } from '../../../n8n-server/browser';
import { waitFor } from '../../../n8n-server/waitFor';
import type { WorkflowFile, WorkflowRecord } from '../../../n8n-server/n8nClient';
import { actionNode, chainOf, echoWorkflow, manualNode, nodeOf } from '../support/workflows';
import { expectText } from '../support/expectText';
import { WorkflowRuns } from '../support/workflowRuns';
import type { World } from '../support/world';

/** Send and Wait for Response in a real n8n, with the trigger that brings the answers back. */
export function askAndWaitTests(world: () => World): void {
	const runs = new WorkflowRuns(world);
	const ana = () => world().sandbox.seed.customers[0];
	let listening: WorkflowRecord;

	/** A workflow that asks Ana and ends with the answer. */
	function questions(parameters: INode['parameters'] = {}): WorkflowFile {
		return chainOf('Ask', [
			manualNode(),
			actionNode(world().credential, 'Ask', {
				resource: 'message',
				operation: 'sendAndWait',
				recipient: `+${ana().waId}`,
				message: 'Refund order 4711?',
				...parameters,
			}),
			nodeOf('n8n-nodes-base.noOp', 'After', {}),
		]);
	}

	/** Starts the workflow and resolves once it waits. */
	async function ask(
		workflow: WorkflowRecord,
	): Promise<{ executionId: string; messageId: string }> {
		const { client, server } = world();
		const { executionId } = await client.testRun(workflow, 'Start');
		const id = String(executionId);
		await waitUntil(id, 'waiting');
		const { data } = await client.execution(id);
		const [run] = data.resultData.runData.Ask ?? [];
		const messageId = run?.data?.main[0]?.[0].json.messageId;
		if (typeof messageId !== 'string') throw new Error(`Nothing was asked:\n${server.tail()}`);
		return { executionId: id, messageId };
	}

	async function waitUntil(id: string, status: string): Promise<void> {
		const { client, server } = world();
		await waitFor(
			`execution ${id} to be ${status}`,
			async () => (await client.execution(id)).status === status,
			{ timeoutMs: 90_000, details: server.tail },
		);
	}

	const tap = async (messageId: string, title: string) =>
		await world().sandbox.control.customer(ana().waId).tap(messageId, title);

	beforeAll(async () => {
		const { client, credential } = world();
		listening = await client.createWorkflow(echoWorkflow(credential, 'Got'));
		await client.activate(listening.id);
	});

	test('a tap in Chromium on the phone page continues the execution', async () => {
		const { client, sandbox } = world();
		const workflow = await client.createWorkflow(questions());
		const browser = await launchBrowser();
		try {
			const page = await browser.newPage({ viewport: { width: 1400, height: 940 } });
			await page.goto(`${sandbox.phoneUrl}#${ana().waId}@${sandbox.seed.phoneNumberId}`);
			const { executionId } = await ask(workflow);
			await page.getByRole('button', { name: 'Approve' }).last().click();
			const { json } = await runs.ended(executionId);
			expect(json('After')).toMatchObject([
				{ answered: true, approved: true, choice: 'Approve', answeredBy: ana().waId },
			]);
		} finally {
			await browser.close();
		}
	});

	test('a second tap is answered, and starts nothing', async () => {
		const { client, sandbox, server } = world();
		const before = (await client.executions(listening.id)).length;
		const { executionId, messageId } = await ask(await client.createWorkflow(questions()));
		await tap(messageId, 'Decline');
		const { json } = await runs.ended(executionId);
		expect(json('After')).toMatchObject([{ approved: false }]);
		await tap(messageId, 'Approve');
		await expectText(
			sandbox,
			ana().waId,
			'This question has already been answered or is no longer open.',
			server.tail,
		);
		expect(await client.executions(listening.id)).toHaveLength(before);
	});

	test('a question outlives a restart of n8n', async () => {
		const { client, server } = world();
		const { executionId, messageId } = await ask(
			await client.createWorkflow(
				questions({
					responseType: 'choice',
					choicesLines: 'Monday | | mon\nTuesday\nFriday\nSunday',
				}),
			),
		);
		await server.pause();
		await server.resume();
		await world().reconnect();
		await tap(messageId, 'Friday');
		const { json } = await runs.ended(executionId);
		expect(json('After')).toMatchObject([
			{ choice: 'Friday', choiceId: 'Friday', askedBy: 'list' },
		]);
	});

	test('when the wait time is over, the output says so', async () => {
		const { client } = world();
		const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
		const { executionId } = await ask(
			await client.createWorkflow(questions({ options: { limitWaitTime: { values: limit } } })),
		);
		const { json } = await runs.ended(executionId);
		expect(json('After')).toMatchObject([{ answered: false, timedOut: true, approved: false }]);
	});

	test('20 executions that wait at once continue each with its own answer', async () => {
		const { client, sandbox } = world();
		const people = Array.from({ length: 20 }, (_, index) => `155503000${10 + index}`);
		const asked = new Map<string, string>();
		for (const waId of people) {
			await sandbox.control.addCustomer({ waId });
			const { executionId, messageId } = await ask(
				await client.createWorkflow(questions({ recipient: `+${waId}` })),
			);
			asked.set(executionId, messageId);
		}
		const shuffled = [...asked]
			.map((one, index) => ({ one, index }))
			.sort((a, b) => ((a.index * 7) % 20) - ((b.index * 7) % 20));
		for (const { one, index } of shuffled) {
			const view = await sandbox.control.message(one[1]);
			await sandbox.control.customer(view.customer).tap(one[1], index % 2 ? 'Approve' : 'Decline');
		}
		for (const { one, index } of shuffled) {
			const { json } = await runs.ended(one[0]);
			expect(json('After')).toMatchObject([{ approved: index % 2 === 1, messageId: one[1] }]);
		}
	}, 240_000);
}
