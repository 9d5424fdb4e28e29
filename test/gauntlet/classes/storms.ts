import type { IDataObject } from 'n8n-workflow';
import { credentialData } from '../../../demo/sandboxCredential';
import { chain, createEngine, node } from '../../../engine';
import { startSandbox } from '../../../sandbox';
import type { AttackClass } from '../gauntlet';

const MESSAGES = '*/messages';
const settings = {
	retryOnFail: true,
	maxTries: 3,
	waitBetweenTries: 10,
	onError: 'continueRegularOutput' as const,
};
const sendText = {
	resource: 'message',
	operation: 'sendText',
	recipient: '={{ $json.to }}',
	text: '={{ $json.text }}',
	deliveryOptions: { messagesPerSecond: 1000, maxRetryTime: 2 },
};

/** Messages, in lists and as calls of an agent, while answers are lost: nobody receives one twice. */
export const storms: AttackClass = {
	name: 'Storms',
	async run(gauntlet) {
		const { random } = gauntlet;
		const sandbox = await startSandbox({
			behavior: { window: 'open', limits: { throughput: null }, webhooks: { paused: true } },
		});
		const engine = await createEngine({
			credentials: { whatsAppCloudApi: { ...credentialData(sandbox), appId: '', appSecret: '' } },
		});
		try {
			for (let round = 0; round < gauntlet.times(10); round++) {
				await sandbox.control.reset();
				const seed = random.int(1e6);
				await sandbox.control.addFault({ path: MESSAGES, probability: 0.1, drop: 'after' });
				await sandbox.control.addFault({ path: MESSAGES, probability: 0.05, drop: 'before' });
				await sandbox.control.addFault({ path: MESSAGES, probability: 0.1, status: 500 });
				await sandbox.control.addFault({
					path: MESSAGES,
					probability: 0.05,
					error: { code: 131026 },
				});
				const items = Array.from({ length: 40 }, (_, i) => ({
					to: `+49151${String(10_000_000 + seed + i)}`,
					text: `list ${round} ${i}`,
				}));
				await engine.run(
					chain(node('n8n-nodes-base.noOp'), node('whatsAppCloud', sendText, settings)),
					{ startItems: items.map((json) => ({ json })) },
				);
				for (const version of [1, 2, 3]) await callTool(version, round, seed);
				const messages = await sandbox.control.messages({ direction: 'outgoing', limit: 10_000 });
				const counts = new Map<string, number>();
				for (const { content } of messages) {
					const body = String((content as { body?: string }).body);
					counts.set(body, (counts.get(body) ?? 0) + 1);
				}
				for (const [body, count] of counts) {
					gauntlet.check(count === 1, () => `"${body}" arrived ${count} times`);
				}
			}
		} finally {
			await engine.close();
			await sandbox.close();
		}

		async function callTool(version: number, round: number, seed: number): Promise<void> {
			const calls: IDataObject[] = Array.from({ length: 10 }, (_, i) => ({
				to: `+49151${String(20_000_000 + seed + i)}`,
				text: `tool ${version} ${round} ${i}`,
			}));
			const before = node('n8n-nodes-base.noOp');
			const agent = node(
				'n8n-nodes-base.toolAgent',
				{ calls: JSON.stringify(calls) },
				{ typeVersion: version },
			);
			const tool = node(
				'whatsAppCloudTool',
				{
					...sendText,
					recipient: "={{ $fromAI('to', 'phone number', 'string') }}",
					text: "={{ $fromAI('text', 'text', 'string') }}",
				},
				{ retryOnFail: true, maxTries: 3, waitBetweenTries: 10 },
			);
			await engine.run({
				nodes: [before, agent, tool],
				connections: {
					[before.name]: { main: [[{ node: agent.name, type: 'main', index: 0 }]] },
					[tool.name]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] },
				},
			});
		}
	},
};
