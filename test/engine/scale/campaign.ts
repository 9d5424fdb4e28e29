import type { INodeExecutionData } from 'n8n-workflow';
import {
	chain,
	node,
	createEngine,
	type Engine,
	type NodeSettings,
	type RunOptions,
	type RunResult,
} from '../../../engine';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { BehaviourPatch } from '../../../sandbox/control/types';

/** One engine with the built package and one sandbox that it talks to. */
export interface Stage {
	engine: Engine;
	sandbox: Sandbox;
	/** Lets the credential lead elsewhere. */
	setBaseUrl(url: string): Promise<unknown>;
	close(): Promise<void>;
}

export async function setStage(behaviour: BehaviourPatch = {}): Promise<Stage> {
	const sandbox = await startSandbox({
		behaviour: { ...behaviour, webhooks: { paused: true } },
	});
	const { accessToken, phoneNumberId, businessAccountId } = sandbox.seed;
	const credential = (baseUrl: string) => ({
		accessToken,
		phoneNumberId,
		businessAccountId,
		appId: '',
		appSecret: '',
		baseUrl,
		graphVersion: 'v25.0',
	});
	const engine = await createEngine({ credentials: { whatsAppCloudApi: credential(sandbox.url) } });
	return {
		engine,
		sandbox,
		setBaseUrl: async (url) => await engine.credentials.set('whatsAppCloudApi', credential(url)),
		async close() {
			await engine.close();
			await sandbox.close();
		},
	};
}

/** As many items as asked, each with its own text, each to another person unless `to` says so. */
export function people(count: number, to = (index: number) => waId(index)): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: { to: `+${to(index)}`, text: `message ${index}` },
	}));
}

export function waId(index: number): string {
	return `1555${String(1_000_000 + index)}`;
}

/** Sends a text for each item, as the second node of a workflow. */
export async function sendTexts(
	{ engine }: Stage,
	items: INodeExecutionData[],
	{
		sendingOptions = {},
		parameters = {},
		run,
		...settings
	}: NodeSettings & {
		run?: Omit<RunOptions, 'startItems'>;
		sendingOptions?: object;
		parameters?: object;
	} = {},
): Promise<RunResult> {
	const before = node('n8n-nodes-base.noOp');
	const send = node(
		'whatsAppCloud',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: '={{ $json.to }}',
			text: '={{ $json.text }}',
			sendingOptions: { messagesPerSecond: 1000, ...sendingOptions },
			...parameters,
		},
		settings,
	);
	return await engine.run(chain(before, send), { ...run, startItems: items });
}

/** How often each text has arrived at the sandbox. */
export async function arrivals({ sandbox }: Stage): Promise<Map<string, number>> {
	const messages = await sandbox.control.messages({ direction: 'outgoing', limit: 100_000 });
	const counts = new Map<string, number>();
	for (const { content } of messages) {
		const text = (content as { body?: string }).body ?? JSON.stringify(content);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return counts;
}

/** Meta's codes in the sandbox's answers, with how often each was given. */
export async function refusals({ sandbox }: Stage): Promise<Record<number, number>> {
	const counts: Record<number, number> = {};
	for (const { errorCode } of await sandbox.control.requests({ limit: 100_000 })) {
		if (errorCode !== undefined) counts[errorCode] = (counts[errorCode] ?? 0) + 1;
	}
	return counts;
}

export type Outcome = 'accepted' | 'refused' | 'unknown' | 'not sent';

/** What the node says about each item, in the order of the items. */
export function outcomes(result: RunResult): Outcome[] {
	return result.json().map(({ messageId, details }) => {
		if (typeof messageId === 'string') return 'accepted';
		return (details as { outcome: Outcome }).outcome;
	});
}

/** Sends for every path that messages take. */
export const MESSAGES = '*/messages';
