/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** A webhook receiver that is not ours: it accepts every verification and keeps what it is sent. */
export interface ForeignReceiver {
	url: string;
	deliveries: Array<{ body: string; signature?: string }>;
	/** Status of the next answers to deliveries; 200 at first. */
	status: number;
	/** Where its answers to deliveries lead on to. */
	location?: string;
	/** Whether it accepts verifications. */
	verifies: boolean;
	/** Status of the answers to verifications; by default, 200 or 403. */
	verificationStatus?: number;
	close(): Promise<void>;
}

export async function foreignReceiver(): Promise<ForeignReceiver> {
	const server = createServer(async (request, response) => {
		if (request.method === 'GET') {
			const { searchParams } = new URL(request.url ?? '', 'http://localhost');
			response.statusCode = receiver.verificationStatus ?? (receiver.verifies ? 200 : 403);
			response.end(searchParams.get('hub.challenge'));
			return;
		}
		const signature = request.headers['x-hub-signature-256'];
		receiver.deliveries.push({ body: await text(request), signature: signature?.toString() });
		response.statusCode = receiver.status;
		if (receiver.location) response.setHeader('Location', receiver.location);
		response.end();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const receiver: ForeignReceiver = {
		url: `http://127.0.0.1:${port}/crm`,
		deliveries: [],
		status: 200,
		verifies: true,
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
	return receiver;
}

/** A {@link foreignReceiver} for each test of this file or block: started before the test, closed after it. */
export function withForeignReceiver(): ForeignReceiver {
	let receiver: ForeignReceiver;
	beforeEach(async () => {
		receiver = await foreignReceiver();
	});
	afterEach(async () => {
		await receiver.close();
	});
	return new Proxy({} as ForeignReceiver, {
		get: (_, key): unknown => Reflect.get(receiver, key),
		set: (_, key, value: unknown) => Reflect.set(receiver, key, value),
	});
}
