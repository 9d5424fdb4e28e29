/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { appendFileSync } from 'node:fs';
import type { Sandbox } from '../../sandbox';

/** Environment variable with the file that `npm run test:contract` reads; not set in other test runs. */
export const RECORD_FILE = 'WHATSAPP_CLOUD_RECORD';

/** Appends the requests since the sandbox's last reset, one JSON object per line. */
export async function recordRequests(sandbox: Sandbox): Promise<void> {
	const file = process.env[RECORD_FILE];
	if (!file) return;
	const requests = await sandbox.control.requests();
	const lines = requests.map(({ method, path, query, body, headers }) =>
		JSON.stringify({ method, path, query, body, contentType: headers['content-type'] ?? '' }),
	);
	if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`);
}
