import { createHash } from 'crypto';
import { withSandbox } from '../../support/withSandbox';
import { activated, ANA, delivery, endAll, post, TRIGGER } from './support';

const MEGABYTE = 1024 * 1024;

/** Each delivery is of a message of its own, so that the trigger has never seen it. */
let delivered = 0;

describe('the file of a message', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	const listening = async (options: object = {}) =>
		(
			await activated(stage, { downloadMedia: true, options: { markAsRead: 'no', ...options } })
		).url();

	/** A file at Meta; answers its ID, its bytes and what Meta says when it is looked up. */
	async function uploaded(size = 100) {
		const bytes = Buffer.alloc(size, 'a');
		const { media } = await stage.control.customer(ANA).send({
			type: 'document',
			media: { data: bytes.toString('base64'), mimeType: 'application/pdf', filename: 'a.pdf' },
		});
		const { id } = media[''];
		const { accessToken } = stage.sandbox.seed;
		const answer = await fetch(`${stage.sandbox.url}/v25.0/${id}`, {
			headers: { authorization: `Bearer ${accessToken}` },
		});
		return { id, bytes, facts: (await answer.json()) as Record<string, unknown> };
	}

	/** Delivers a document by hand; answers the item that it became. */
	async function deliver(callback: string, document: object) {
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const value = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550100100', phone_number_id: phoneNumberId },
			contacts: [{ profile: { name: 'Ana' }, wa_id: ANA }],
			messages: [
				{
					from: ANA,
					id: `wamid.document.${++delivered}`,
					timestamp: '1749416383',
					type: 'document',
					document,
				},
			],
		};
		expect((await post(stage, callback, delivery(value, businessAccountId))).status).toBe(200);
		const [result] = await stage.engine.executions.wait(1);
		return { item: result.items(TRIGGER)[0], result };
	}

	/** Meta looks the file up with other words than the truth. */
	const lie = async (id: string, facts: object) =>
		await stage.control.addFault({
			path: `/${id}`,
			method: 'GET',
			status: 200,
			html: JSON.stringify(facts),
		});

	it('has the name that it was sent with', async () => {
		const { id, bytes } = await uploaded();
		const callback = await listening();
		const { item, result } = await deliver(callback, {
			id,
			mime_type: 'application/pdf',
			filename: 'Angebot 7.pdf',
		});
		expect(item.json.mediaError).toBeUndefined();
		expect(item.binary?.data).toMatchObject({
			fileName: 'Angebot 7.pdf',
			mimeType: 'application/pdf',
		});
		expect((await result.binary(item)).equals(bytes)).toBe(true);
	});

	it('has no path, control characters, or direction marks in its name', async () => {
		const { id } = await uploaded();
		const filename = '../../up/\u202efdp.evil\u0000.pdf';
		const { item } = await deliver(await listening(), { id, filename });
		expect(item.json.fileName).toBe('fdp.evil.pdf');
		expect(item.binary?.data).toMatchObject({ fileName: 'fdp.evil.pdf' });
		expect(item.binary?.data).not.toHaveProperty('directory');
	});

	it.each([
		[
			'a call recording',
			'calls',
			(audio: object) => ({
				calls: [
					{
						id: 'wacid.1',
						from: ANA,
						event: 'call_recording_available',
						call_recording: { type: 'audio', audio },
					},
				],
			}),
		],
		[
			'a call transcript',
			'calls',
			(document: object) => ({
				calls: [
					{
						id: 'wacid.1',
						from: ANA,
						event: 'call_transcription_available',
						call_transcript: { document },
					},
				],
			}),
		],
		[
			'the history',
			'history',
			(document: object) => ({
				messages: [
					{ from: ANA, id: 'wamid.H', timestamp: '1739230980', type: 'document', document },
				],
			}),
		],
		[
			'an echo',
			'smb_message_echoes',
			(document: object) => ({
				message_echoes: [
					{ from: '15550100100', to: ANA, id: 'wamid.E', type: 'document', document },
				],
			}),
		],
	])('of %s is downloaded, too', async (_, field, value) => {
		const { id, bytes } = await uploaded();
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const events = ['calls', 'history', 'message_echo'];
		const callback = (
			await activated(stage, { events, downloadMedia: true, options: { markAsRead: 'no' } })
		).url();
		const body = delivery(
			{
				metadata: { phone_number_id: phoneNumberId },
				...value({ id, mime_type: 'application/pdf' }),
			},
			businessAccountId,
			field,
		);
		expect((await post(stage, callback, body)).status).toBe(200);
		const [result] = await stage.engine.executions.wait(1);
		const [item] = result.items(TRIGGER);
		expect(item.json.mediaError).toBeUndefined();
		expect(item.json).not.toHaveProperty('windowExpiresAt');
		expect((await result.binary(item)).equals(bytes)).toBe(true);
	});

	it('of a flow answer is downloaded, each into a separate binary field', async () => {
		const [one, two] = [await uploaded(100), await uploaded(200)];
		const file = (id: string, name: string) => ({
			id,
			file_name: name,
			mime_type: 'application/pdf',
		});
		const response = {
			flow_token: 't',
			papers: [file(one.id, 'one.pdf'), file(two.id, 'two.pdf'), file('1', 'lost.pdf')],
		};
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const message = {
			from: ANA,
			id: `wamid.flow.${++delivered}`,
			timestamp: '1749416383',
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(response) },
			},
		};
		const value = { metadata: { phone_number_id: phoneNumberId }, messages: [message] };
		const callback = await listening();
		await post(stage, callback, delivery(value, businessAccountId));
		const [result] = await stage.engine.executions.wait(1);
		const [item] = result.items(TRIGGER);
		expect(item.json.flowFiles).toMatchObject([
			{ field: 'papers', mediaId: one.id, fileName: 'one.pdf', binaryField: 'data' },
			{ mediaId: two.id, fileName: 'two.pdf', binaryField: 'data_1' },
			{ fileName: 'lost.pdf', mediaError: expect.any(String) },
		]);
		expect(item.json.mediaError).toEqual(expect.any(String));
		expect(item.binary).toMatchObject({
			data: { fileName: 'one.pdf' },
			data_1: { fileName: 'two.pdf' },
		});
		expect(item.binary).not.toHaveProperty('data_2');
	});

	it('is not downloaded when it is larger than the limit of the trigger', async () => {
		const { id } = await uploaded(MEGABYTE + 1);
		const { item } = await deliver(await listening({ maxFileSize: 1 }), { id });
		expect(item.binary).toBeUndefined();
		expect(item.json).toMatchObject({
			mediaId: id,
			mediaError: expect.stringContaining('larger than 1 MB'),
		});
	});

	it('is not downloaded even if Meta reports a smaller size', async () => {
		const { id, facts } = await uploaded(MEGABYTE + 1);
		await lie(id, { ...facts, file_size: '10' });
		const { item } = await deliver(await listening({ maxFileSize: 1 }), { id });
		expect(item.binary).toBeUndefined();
		expect(item.json.mediaError).toMatch(/larger than 1 MB/);
	});

	it('of exactly the limit is downloaded', async () => {
		const { id } = await uploaded(MEGABYTE);
		const { item } = await deliver(await listening({ maxFileSize: 1 }), { id });
		expect(item.json.mediaError).toBeUndefined();
	});

	it('that is damaged is skipped', async () => {
		const { id, facts } = await uploaded();
		await lie(id, { ...facts, sha256: '0'.repeat(64) });
		const { item } = await deliver(await listening(), { id });
		expect(item.binary).toBeUndefined();
		expect(item.json.mediaError).toMatch(/damaged/);
	});

	it.each(['hex', 'base64'] as const)('is accepted with a checksum in %s', async (writing) => {
		const { id, bytes, facts } = await uploaded();
		await lie(id, { ...facts, sha256: '' });
		const sha256 = createHash('sha256').update(bytes).digest(writing);
		const { item } = await deliver(await listening(), { id, sha256 });
		expect(item.json.mediaError).toBeUndefined();
		expect(item.binary).toBeDefined();
	});

	it('is not waited for longer than Meta waits for the response', async () => {
		const { id } = await uploaded();
		await stage.control.addFault({ path: `/${id}`, method: 'GET', latency: 4000 });
		const { item } = await deliver(await listening({ downloadTimeout: 1 }), { id });
		expect(item.binary).toBeUndefined();
		expect(item.json.mediaError).toMatch(/not downloaded within 1 seconds/);
	});
});
