/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { arrivals, lead, outcomes, people, rejections, sendTexts, withCampaign } from './campaign';

const stage = withCampaign({ behavior: { limits: { throughput: null } } });
let wire: Server;
let connections = 0;
beforeAll(async () => {
	wire = createServer((near) => {
		connections += 1;
		const far = connect(Number(new URL(stage.sandbox.url).port), '127.0.0.1');
		near.pipe(far).pipe(near);
		near.on('error', () => far.destroy());
		far.on('error', () => near.destroy());
	});
	wire.listen(0, '127.0.0.1');
	await once(wire, 'listening');
});
beforeEach(async () => {
	await lead(stage, `http://127.0.0.1:${(wire.address() as AddressInfo).port}`);
	connections = 0;
});
afterAll(() => wire.close());

const kept = { deliveryOptions: { keepConnections: true } };

describe('Keep Connections Open', () => {
	it('sends many messages over few connections', async () => {
		const result = await sendTexts(stage, people(60), {
			deliveryOptions: { keepConnections: true, messagesPerSecond: 20 },
		});
		expect(outcomes(result)).toEqual(Array(60).fill('accepted'));
		expect([...(await arrivals(stage)).values()]).toEqual(Array(60).fill(1));
		expect(connections).toBeLessThan(30);
	});

	it('is off by default: each message opens its own connection', async () => {
		await sendTexts(stage, people(20));
		expect(connections).toBe(20);
	});

	it('applies to messages only: files are uploaded through n8n', async () => {
		const pdf = Buffer.from('%PDF-1.4 sandbox').toString('base64');
		const result = await stage.engine.runNode(
			'whatsAppCloud',
			{
				resource: 'message',
				operation: 'sendMedia',
				mediaType: 'document',
				recipient: '+15550100201',
				deliveryOptions: { keepConnections: true },
			},
			[
				{
					json: {},
					binary: { data: { data: pdf, mimeType: 'application/pdf', fileName: 'a.pdf' } },
				},
			],
		);
		expect(result.error).toBeUndefined();
		expect(await stage.control.messages({ direction: 'outgoing' })).toMatchObject([
			{ media: { '': { mimeType: 'application/pdf' } } },
		]);
	});

	it('explains rejections and retries as usual', async () => {
		const { control } = stage.sandbox;
		await control.addFault({ path: '*/messages', times: 1, error: { code: 131016 } });
		await control.addFault({ path: '*/messages', times: 1, error: { code: 131026 } });
		const result = await sendTexts(stage, people(1), kept);
		expect(result.error?.message).toContain('WhatsApp cannot deliver messages to this recipient');
		expect(await rejections(stage)).toEqual({ 131016: 1, 131026: 1 });
	});

	it('distinguishes a lost connection from one that was never made', async () => {
		await stage.control.addFault({ path: '*/messages', drop: 'after', times: 1 });
		const lost = await sendTexts(stage, people(1), { ...kept, onError: 'continueRegularOutput' });
		expect(outcomes(lost)).toEqual(['unknown']);
	});

	it('leaves a rejected token to n8n', async () => {
		const { seed, control } = stage.sandbox;
		await control.invalidateToken(seed.accessToken, 463);
		const result = await sendTexts(stage, people(1), kept);
		expect(result.error?.message).toContain('The access token has expired');
		expect(JSON.stringify(result.error)).not.toContain(seed.accessToken);
	});
});
