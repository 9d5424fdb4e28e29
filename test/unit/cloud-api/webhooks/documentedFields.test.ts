/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEvents } from '../../../../cloud-api/webhooks/events';
import { readPayload } from '../../../../cloud-api/webhooks/payload';

const FOLDER = join(__dirname, '../../../fixtures/webhooks');

/** Fields of Meta's that are deliberately in `raw` only. */
const RAW_ONLY = [
	// The same in every delivery, or said by the name of the event.
	'messaging_product',
	'recipient_type',
	'calls.statuses.type',
	'smb_app_state_sync.state_sync.type',
	'history_context.from_me',
	// Deprecated by Meta: `pricing.type` decides.
	'pricing.billable',
	// Parsed into `flowAnswer`; the body is the word "Sent".
	'nfm_reply.response_json',
	'nfm_reply.body',
	// Labels of the entries of a contact card.
	'contacts.phones.type',
	'contacts.emails.type',
	'contacts.urls.type',
	'contacts.addresses.type',
	// Meta repeats the message of an error as its title.
	'errors.title',
	'conversation_context.type',
	// Not Meta's: what may come one day.
	'messages.hologram.depth',
	'hologram_update',
];

interface Leaf {
	path: string;
	value: unknown;
}

function leaves(value: unknown, path = ''): Leaf[] {
	if (typeof value !== 'object' || value === null) return [{ path, value }];
	if (Array.isArray(value)) return value.flatMap((entry: unknown) => leaves(entry, path));
	return Object.entries(value).flatMap(([key, inner]) =>
		leaves(inner, path ? `${path}.${key}` : key),
	);
}

/** The ways in which a value of Meta's may be written flat. */
function writings(value: unknown): string[] {
	const text = String(value);
	const time = Number(text);
	const isTime = time > 1e9 && time < 1e14;
	return [
		text,
		text.replace('-', '_'),
		text.replace(/^@/, ''),
		...(isTime ? [new Date(time < 1e11 ? time * 1000 : time).toISOString()] : []),
	];
}

describe.each(readdirSync(FOLDER))('%s', (file) => {
	const payload = readPayload(readFileSync(join(FOLDER, file), 'utf8'));
	const changes = 'rejected' in payload ? [] : payload.changes;

	it('has every documented field flat, or listed as deliberately not', () => {
		const flat = new Set(
			readEvents(changes)
				.flatMap((event) => leaves({ ...event, raw: undefined }))
				.map(({ value }) => String(value)),
		);
		const missing = changes
			.flatMap(({ field, value }) => leaves(value, field))
			.filter(({ value }) => value !== null && value !== '' && value !== 'NONE')
			.filter(({ value }) => !writings(value).some((writing) => flat.has(writing)))
			.map(({ path }) => path)
			.filter((path) => !RAW_ONLY.some((known) => path === known || path.endsWith(`.${known}`)));
		expect([...new Set(missing)]).toEqual([]);
	});
});
