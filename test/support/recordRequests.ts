/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { appendFileSync } from 'node:fs';
import type { Sandbox } from '../../sandbox';

/** Names the file that `npm run test:contract` reads; unset in an ordinary run of the tests. */
export const RECORD_FILE = 'WHATSAPP_CLOUD_RECORD';

/** Appends what the sandbox has received since its last reset, one JSON object a line. */
export async function recordRequests(sandbox: Sandbox): Promise<void> {
	const file = process.env[RECORD_FILE];
	if (!file) return;
	const requests = await sandbox.control.requests();
	const lines = requests.map(({ method, path, query, body, headers }) =>
		JSON.stringify({ method, path, query, body, contentType: headers['content-type'] ?? '' }),
	);
	if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`);
}
