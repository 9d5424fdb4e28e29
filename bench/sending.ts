/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import http from 'node:http';
import path from 'node:path';
import axios from 'axios';
import type { INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';
import { createEngine, type Engine, type RunResult } from '../engine';
import { measure, round, type Figures, type Rate } from './figures';
import type { OtherSide } from './otherSide';

/** The highest rate that the node accepts, which is more than one process can reach. */
const FASTEST = 1000;
const CONCURRENCY = 250;

function people(count: number, mark: string): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: { to: `+1555${1_000_000 + index}`, text: `${mark} ${index}` },
	}));
}

async function ourNode(
	engine: Engine,
	items: INodeExecutionData[],
	deliveryOptions: NodeParameterValueType,
	onError?: 'continueRegularOutput',
): Promise<RunResult> {
	return await engine.runNode(
		'whatsAppCloud',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: '={{ $json.to }}',
			text: '={{ $json.text }}',
			deliveryOptions,
		},
		items,
		{ onError },
	);
}

/** 1,000 messages at Meta's limit, counted by the sandbox. */
export async function atTheLimit(
	engine: Engine,
	side: OtherSide,
	messages: number,
): Promise<Figures['limit']> {
	const perSecond = 80;
	await side.control.reset();
	await side.control.behavior({ limits: { throughput: null, pair: true } });
	await ourNode(engine, people(20, 'warm'), { messagesPerSecond: FASTEST });
	await side.control.reset();
	await side.control.behavior({ limits: { throughput: perSecond, pair: true } });
	const { seconds, result } = await measure(
		async () => await ourNode(engine, people(messages, 'limit'), {}),
	);
	const counts = [...(await side.arrivals()).values()];
	const { 130429: rejected = 0 } = await side.rejections();
	const idealSeconds = messages / perSecond;
	return {
		messages,
		perSecond,
		accepted: result.json().filter(({ messageId }) => typeof messageId === 'string').length,
		rejected,
		doubled: counts.filter((count) => count > 1).length,
		seconds: round(seconds),
		idealSeconds,
		ratio: round(seconds / idealSeconds),
	};
}

/** Measures how fast messages are sent without a rate limit, in several ways. */
export async function ratesWithoutLimit(
	engine: Engine,
	side: OtherSide,
	messages: number,
): Promise<Rate[]> {
	await side.control.reset();
	await side.control.behavior({ limits: { throughput: null, pair: false } });
	const rates: Rate[] = [];
	const add = async (name: string, count: number, work: () => Promise<unknown>) => {
		await side.control.reset();
		await side.control.behavior({ limits: { throughput: null, pair: false } });
		await side.connections();
		const { seconds, cpuMs } = await measure(work);
		rates.push({
			name,
			messages: count,
			perSecond: round(count / seconds),
			cpuPerMessage: round(cpuMs / count),
			connections: await side.connections(),
		});
	};
	const few = Math.ceil(messages / 20);
	const naive = await createEngine({
		packageDir: path.join(__dirname, 'one-at-a-time'),
		credentials: {
			oneAtATimeApi: {
				url: `${side.url}/v25.0/${side.seed.phoneNumberId}/messages`,
				value: side.seed.accessToken,
			},
		},
	});
	await add("n8n's helper, one item at a time", few, async () => {
		const parameters = { recipient: '={{ $json.to }}', text: '={{ $json.text }}' };
		const result = await naive.runNode(
			'n8n-nodes-one-at-a-time.oneAtATime',
			parameters,
			people(few, 'naive'),
		);
		if (result.error) throw result.error;
	});
	await naive.close();
	const fastest = { messagesPerSecond: FASTEST };
	await add(
		'this node',
		messages,
		async () => await all(ourNode(engine, people(messages, 'ours'), fastest)),
	);
	await add('this node, connections kept open', messages, async () =>
		all(ourNode(engine, people(messages, 'kept'), { ...fastest, keepConnections: true })),
	);
	await add('bare axios, keep-alive', messages, async () => await bareAxios(side, messages, true));
	await add(
		'bare axios, a connection each',
		messages,
		async () => await bareAxios(side, messages, false),
	);
	return rates;
}

async function all(run: Promise<RunResult>): Promise<void> {
	const { error } = await run;
	if (error) throw error;
}

async function bareAxios(side: OtherSide, messages: number, keepAlive: boolean): Promise<void> {
	const agent = new http.Agent(keepAlive ? { keepAlive, maxSockets: CONCURRENCY } : {});
	const client = axios.create({
		baseURL: `${side.url}/v25.0/${side.seed.phoneNumberId}`,
		httpAgent: agent,
		proxy: false,
		headers: { Authorization: `Bearer ${side.seed.accessToken}` },
	});
	const items = people(messages, 'axios');
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const { to, text } = items[next++].json;
			await client.post('/messages', {
				messaging_product: 'whatsapp',
				to,
				type: 'text',
				text: { body: text },
			});
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, worker));
	agent.destroy();
}

/** Injects faults. The outcome of every item must agree with the sandbox's count. */
export async function faultStorm(
	engine: Engine,
	side: OtherSide,
	messages: number,
): Promise<Figures['storm']> {
	const { control } = side;
	await control.reset();
	await control.behavior({ limits: { throughput: 90, pair: true } });
	const path = '*/messages';
	await control.addFault({ path, probability: 0.1, status: 500 });
	await control.addFault({ path, probability: 0.05, drop: 'before' });
	await control.addFault({ path, probability: 0.02, drop: 'after' });
	await control.addFault({ path, probability: 0.01, error: { code: 131026 } });
	await control.addFault({ path, probability: 0.005, error: { code: 130429 }, retryAfter: 1 });
	const { seconds, result } = await measure(async () =>
		ourNode(engine, people(messages, 'storm'), {}, 'continueRegularOutput'),
	);
	const counts = await side.arrivals();
	const outcomes: Record<string, number> = {};
	let disagreements = 0;
	result.json().forEach(({ messageId, details }, index) => {
		const outcome =
			typeof messageId === 'string' ? 'accepted' : (details as { outcome: string }).outcome;
		outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
		const arrived = counts.get(`storm ${index}`) ?? 0;
		const agrees =
			outcome === 'accepted' ? arrived === 1 : outcome === 'unknown' ? arrived <= 1 : arrived === 0;
		if (!agrees) disagreements += 1;
	});
	return {
		messages,
		seconds: round(seconds),
		outcomes,
		disagreements,
		rejections: await side.rejections(),
	};
}
