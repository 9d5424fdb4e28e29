/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { startSandbox } from '../sandbox';
import { startWire } from './wire';

/** The other side, in a separate process so that its CPU time is not measured. */
async function main(): Promise<void> {
	const roundTripMs = Number(process.argv[2] ?? 0);
	const sandbox = await startSandbox({
		behavior: {
			window: 'open',
			webhooks: { paused: true },
			statuses: { sentAfter: null, deliveredAfter: null, readAfter: null },
		},
	});
	const wire = await startWire(sandbox.url, roundTripMs);
	process.on('message', (question) => {
		if (question === 'connections') process.send?.({ connections: wire.takeConnections() });
	});
	process.on('disconnect', () => process.exit());
	process.send?.({ url: wire.url, sandboxUrl: sandbox.url, seed: sandbox.seed });
}

void main();
