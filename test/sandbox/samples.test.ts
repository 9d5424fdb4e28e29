import { bench, closeAll, Receiver, subscribe, type Bench, type WebhookBody } from './support';

afterEach(closeAll);

const FIELDS = [
	'account_alerts',
	'account_update',
	'business_username_updates',
	'calls',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'history',
	'messages',
	'smb_app_state_sync',
	'smb_message_echoes',
].join(',');

async function subscribed(): Promise<{ on: Bench; receiver: Receiver }> {
	const on = await bench({ behavior: { webhooks: { maxBatch: 1, concurrency: 1 } } });
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), FIELDS);
	return { on, receiver };
}

async function play(name: string): Promise<{ body: WebhookBody; value: Record<string, unknown> }> {
	const { on, receiver } = await subscribed();
	await on.sandbox.control.sendSample(name);
	await receiver.until((received) => received.length === 1);
	const { body } = receiver.received[0];
	return { body, value: body.entry[0].changes[0].value };
}

it('delivers every sample, signed, to the subscribed app', async () => {
	const { on, receiver } = await subscribed();
	const names = await on.sandbox.control.samples();
	expect(names.length).toBeGreaterThan(35);
	for (const name of names) await on.sandbox.control.sendSample(name);
	await receiver.until((received) => received.length === names.length);
	const sent = receiver.received.map(({ body }) => body.entry[0].changes[0]);
	for (const { field, value } of sent) {
		expect(field).toEqual(expect.any(String));
		expect(JSON.stringify(value)).not.toMatch(/undefined|NaN|\[object/);
	}
	expect(receiver.received.every(({ headers }) => 'x-hub-signature-256' in headers)).toBe(true);
});

it("plays the dashboard's Test button: account 0 and a number that does not exist", async () => {
	const { body, value } = await play('dashboard_test');
	expect(body.entry[0].id).toBe('0');
	expect(value.metadata).toEqual({
		display_phone_number: '16505551111',
		phone_number_id: '123456123',
	});
});

it('names the business username update in the singular on demand', async () => {
	const { body } = await play('business_username_singular');
	expect(body.entry[0].changes[0].field).toBe('business_username_update');
});

it('gives the media of a history the wamid of its placeholder', async () => {
	const thread = (await play('history_thread')).value.history as Array<{
		threads: Array<{ messages: Array<{ id: string; type: string }> }>;
	}>;
	const media = (await play('history_media')).value.messages as Array<{ id: string; type: string }>;
	const placeholder = thread[0].threads[0].messages.find(
		({ type }) => type === 'media_placeholder',
	);
	expect(media[0]).toMatchObject({ id: placeholder?.id, type: 'image' });
});

it.each([
	['call_recording', 'call_recording', 'audio', 'audio/ogg'],
	['call_transcription', 'call_transcript', 'document', 'application/json'],
])('stores the file of %s for download', async (name, key, kind, mimeType) => {
	const { on } = await subscribed();
	const { value } = await on.sandbox.control.sendSample(name);
	const [call] = value.calls as Array<Record<string, Record<string, { id: string }>>>;
	const answer = await on.graph.get(`/${call[key][kind].id}`);
	expect(answer.data).toMatchObject({ mime_type: mimeType });
});

it('replaces keys of a sample, and names the samples when there is none', async () => {
	const { on } = await subscribed();
	const { value } = await on.sandbox.control.sendSample('group_delete', {
		value: { groups: [{ type: 'group_of_tomorrow' }] },
	});
	expect(value.groups).toEqual([{ type: 'group_of_tomorrow' }]);
	await expect(on.sandbox.control.sendSample('nothing')).rejects.toThrow(/group_delete/);
});
