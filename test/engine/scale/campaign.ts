import type { INodeExecutionData } from 'n8n-workflow';
import { chain, node, type NodeSettings, type RunOptions, type RunResult } from '../../../engine';
import type { BehaviorPatch } from '../../../sandbox/control/types';
import { fastClock } from '../../support/fastClock';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox, type Stage } from '../../support/withSandbox';

/**
 * For a test file or `describe`: a stage on which nothing but sending happens, with no webhooks and a
 * credential that cannot renew its token.
 *
 * @param clock how many times as fast as the real one time passes
 */
export function withCampaign({
	behavior = {},
	clock,
}: { behavior?: BehaviorPatch; clock?: number } = {}): Stage {
	let realClock: (() => void) | undefined;
	if (clock !== undefined) beforeAll(() => void (realClock = fastClock(clock)));
	const stage = withSandbox({
		sandbox: { behavior: { ...behavior, webhooks: { paused: true } } },
		credential: alone,
	});
	afterAll(() => realClock?.());
	return stage;
}

const alone = { appId: '', appSecret: '' };

/** Points the credential to another address, until the next test. */
export async function lead({ engine, sandbox }: Stage, baseUrl: string): Promise<void> {
	await engine.credentials.set('whatsAppCloudApi', {
		...credentialData(sandbox),
		...alone,
		baseUrl,
	});
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

/** Sends a text for each item: always the same second node of the same workflow. */
export async function sendTexts(
	{ engine }: Stage,
	items: INodeExecutionData[],
	{
		deliveryOptions = {},
		parameters = {},
		run,
		...settings
	}: NodeSettings & {
		run?: Omit<RunOptions, 'startItems'>;
		deliveryOptions?: object;
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
			deliveryOptions: { messagesPerSecond: 1000, ...deliveryOptions },
			...parameters,
		},
		{ id: 'campaign', ...settings },
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
export async function rejections({ sandbox }: Stage): Promise<Record<number, number>> {
	const counts: Record<number, number> = {};
	for (const { errorCode } of await sandbox.control.requests({ limit: 100_000 })) {
		if (errorCode !== undefined) counts[errorCode] = (counts[errorCode] ?? 0) + 1;
	}
	return counts;
}

export type Outcome = 'accepted' | 'rejected' | 'unknown' | 'not sent';

/** What the node says about each item, in the order of the items. */
export function outcomes(result: RunResult): Outcome[] {
	return result.json().map(({ messageId, details }) => {
		if (typeof messageId === 'string') return 'accepted';
		return (details as { outcome: Outcome }).outcome;
	});
}

/** Sends for every path that messages take. */
export const MESSAGES = '*/messages';
