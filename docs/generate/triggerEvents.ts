/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEvents } from '../../cloud-api/webhooks/events';
import { readPayload } from '../../cloud-api/webhooks/payload';

const FIXTURES = path.join(__dirname, '../../test/fixtures/webhooks');

/** The page that shows what the trigger makes of each kind of delivery, made by the code that the trigger runs. */
export function triggerEventsPage(): string {
	return [
		'# One item of each kind',
		'',
		'This page is generated with `npm run docs` from the deliveries in `test/fixtures/webhooks`, by the code that the trigger runs. `raw`, which holds Meta’s own JSON of the event, is left out; [the trigger](trigger.md) explains the fields.',
		'',
		...readdirSync(FIXTURES).sort().flatMap(example),
	].join('\n');
}

function example(file: string): string[] {
	const payload = readPayload(readFileSync(path.join(FIXTURES, file), 'utf8'));
	const events = 'refused' in payload ? [] : readEvents(payload.changes);
	const items = events.map((event) => ({ ...event, raw: undefined }));
	const title = file.replace('.json', '').replace(/-/g, ' ');
	const json = JSON.stringify(items.length === 1 ? items[0] : items, undefined, 2);
	return [`## ${title}`, '', '```json', json, '```', ''];
}
