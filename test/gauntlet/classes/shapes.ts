/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { INodeParameters } from 'n8n-workflow';
import { credentialData } from '../../../demo/sandboxCredential';
import { createEngine } from '../../../engine';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { startSandbox } from '../../../sandbox';
import type { AttackClass } from '../gauntlet';
import type { Random } from '../random';
import { parametersOf } from './shapesParameters';

const REPLACEMENTS: unknown[] = [null, '', 'x', 7, true, {}, [], [null], [7], { data: null }];
/** What JavaScript says where somebody took a list, an object, or text for granted. */
const RAW =
	/Cannot (?:read|convert|use|destructure)|is not (?:a function|iterable|an object|a constructor)|\bundefined\b|\[object Object\]|^Invalid (?:time|array)/;
const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Answers of Graph in which something is missing or of another type: the node says so, in words. */
export const shapes: AttackClass = {
	name: 'Shapes',
	async run(gauntlet) {
		const { random } = gauntlet;
		const changed = new Map<string, number>();
		const sandbox = await startSandbox({ behavior: { window: 'open' } });
		const server = createServer(async (request, response) => {
			const { method = 'GET', url = '/', headers } = request;
			const body = await buffer(request);
			const answer = await fetch(`${sandbox.url}${url}`, {
				method,
				headers: withoutHopHeaders(headers),
				...(body.length > 0 && { body: new Uint8Array(body) }),
			});
			const text = await answer.text();
			const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
			response.writeHead(answer.status, { 'content-type': 'application/json' });
			response.end(isJson ? JSON.stringify(mutate(JSON.parse(text), random, changed)) : text);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const engine = await createEngine({
			credentials: { whatsAppCloudApi: { ...credentialData(sandbox), baseUrl } },
		});
		const operations = resources.flatMap(({ value, operations: all }) =>
			all.map((operation) => ({ resource: value, operation })),
		);
		try {
			for (let round = 0; round < gauntlet.times(30); round++) {
				await sandbox.control.reset();
				const given = await parametersOf(sandbox);
				for (const { resource, operation } of operations) {
					const names = operation.fields.map(({ name }) => name);
					const own = Object.entries({ ...given.all, ...given[resource] }).filter(([name]) =>
						names.includes(name),
					);
					const parameters: INodeParameters = {
						resource,
						operation: operation.value,
						...Object.fromEntries(own),
						...(operation.sends && { deliveryOptions: { maxRetryTime: 0 } }),
					};
					const item = {
						json: {},
						binary: { data: { data: PNG, mimeType: 'image/png', fileName: 'a.png' } },
					};
					const { error } = await engine
						.runNode('whatsAppCloud', parameters, [item])
						.catch((issue: Error) => ({ error: issue as Error & { description?: string } }));
					const said = `${error?.message ?? ''} ${error?.description ?? ''}`;
					gauntlet.check(!RAW.test(said), () => `${resource} ${operation.value} says: ${said}`);
				}
			}
		} finally {
			await engine.close();
			server.closeAllConnections();
			server.close();
			await sandbox.close();
		}
	},
};

/**
 * One field of an answer replaced or removed wherever it is; sometimes the whole.
 *
 * @param changed how often each field was; the rarest is next, so that also a short run reaches all
 */
function mutate(value: unknown, random: Random, changed: Map<string, number>): unknown {
	if (random.next() < 0.05) return random.pick(REPLACEMENTS);
	const places = placesIn(value);
	if (places.length === 0 || random.next() < 0.2) return value;
	const times = (name: string) => changed.get(name) ?? 0;
	const names = [...new Set(places.map(({ key }) => key))];
	const least = Math.min(...names.map(times));
	const name = random.pick(names.filter((one) => times(one) === least));
	changed.set(name, least + 1);
	const replacement = random.next() < 0.3 ? undefined : random.pick(REPLACEMENTS);
	for (const { owner, key } of places.filter((place) => place.key === name)) {
		if (replacement === undefined) delete owner[key];
		else owner[key] = replacement;
	}
	return value;
}

function placesIn(value: unknown): Array<{ owner: Record<string, unknown>; key: string }> {
	if (typeof value !== 'object' || value === null) return [];
	const owner = value as Record<string, unknown>;
	return Object.keys(owner).flatMap((key) => [{ owner, key }, ...placesIn(owner[key])]);
}

function withoutHopHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			value === undefined || /^(host|connection|content-length|transfer-encoding)$/.test(name)
				? []
				: [[name, String(value)]],
		),
	);
}
