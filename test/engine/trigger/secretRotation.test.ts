import { signatureOf } from '../../../cloud-api/webhooks/signature';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import {
	activated,
	ANA,
	drafted,
	endAll,
	post,
	received,
	textDelivery,
	triggerWorkflow,
} from './support';

const NEW = 'e'.repeat(32);
const FORGED = 'f'.repeat(32);

/** The credential is read anew for a delivery only where that can matter; nothing of it outlives a minute. */
describe('the app secret while deliveries arrive', () => {
	const stage = withSandbox();
	let reads: jest.SpyInstance;
	let later = 0;

	beforeAll(async () => {
		await stage.engine.listen();
	});

	beforeEach(() => {
		later = 0;
		const now = performance.now.bind(performance);
		jest.spyOn(performance, 'now').mockImplementation(() => now() + later);
		reads = jest.spyOn(stage.engine.credentials, 'find');
	});

	afterEach(async () => {
		jest.restoreAllMocks();
		await stage.engine.credentials.set('whatsAppCloudApi', credentialData(stage.sandbox));
		await endAll();
	});

	const seed = () => stage.sandbox.seed;
	const enter = async (change: object) =>
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			...change,
		});
	let count = 0;
	const deliver = async (url: string, secret: string) => {
		const body = textDelivery(stage, `message ${count++}`);
		const headers = { 'x-hub-signature-256': signatureOf(body, secret) };
		return (await post(stage, url, body, headers)).status;
	};
	const all = async (url: string, secrets: string[]) =>
		await Promise.all(secrets.map(async (secret) => await deliver(url, secret)));

	it('is read once for many deliveries, and again after half a minute', async () => {
		const url = (await activated(stage, {}, 'steady')).url();
		reads.mockClear();
		for (let i = 0; i < 20; i++) expect(await deliver(url, seed().appSecret)).toBe(200);
		expect(reads).toHaveBeenCalledTimes(1);
		later += 30_000;
		expect(await deliver(url, seed().appSecret)).toBe(200);
		expect(reads).toHaveBeenCalledTimes(2);
	});

	it('works at once when it is rotated, and the withdrawn one not any more', async () => {
		const url = (await activated(stage, {}, 'rotated')).url();
		expect(await deliver(url, seed().appSecret)).toBe(200);
		await enter({ appSecret: NEW });
		expect(await deliver(url, NEW)).toBe(200);
		expect(await deliver(url, seed().appSecret)).toBe(401);
		expect(await deliver(url, NEW)).toBe(200);
	});

	it('may stay in use as Previous App Secret, and is rejected when it is removed there', async () => {
		const url = (await activated(stage, {}, 'previous')).url();
		await enter({ appSecret: NEW, previousAppSecret: seed().appSecret });
		expect(await all(url, [NEW, seed().appSecret])).toEqual([200, 200]);
		await enter({ appSecret: NEW });
		later += 30_000;
		expect(await all(url, [NEW, seed().appSecret])).toEqual([200, 401]);
	});

	it('that is withdrawn while nothing else arrives is forgotten within a minute', async () => {
		const url = (await activated(stage, {}, 'withdrawn')).url();
		expect(await deliver(url, seed().appSecret)).toBe(200);
		await enter({ appSecret: NEW });
		later += 30_000;
		expect(await deliver(url, seed().appSecret)).toBe(401);
	});

	it('that is deleted with its credential is forgotten within a minute', async () => {
		const url = (await activated(stage, {}, 'deleted')).url();
		expect(await deliver(url, seed().appSecret)).toBe(200);
		stage.engine.credentials.remove('whatsAppCloudApi');
		expect(await deliver(url, FORGED)).toBe(500);
		later += 30_000;
		expect(await deliver(url, seed().appSecret)).toBe(500);
	});

	it('rotated ten times under load: no forged delivery is accepted, no right one rejected', async () => {
		const url = (await activated(stage, {}, 'load')).url();
		let secret = seed().appSecret;
		for (let round = 0; round < 10; round++) {
			const next = String(round).repeat(32);
			const started = all(url, Array<string>(5).fill(secret));
			await enter({ appSecret: next, previousAppSecret: secret });
			const mixed = [next, FORGED, secret, next, FORGED, secret, next, FORGED];
			expect(await all(url, mixed)).toEqual(mixed.map((one) => (one === FORGED ? 401 : 200)));
			expect(await started).toEqual([200, 200, 200, 200, 200]);
			await enter({ appSecret: next });
			expect(await all(url, [next, FORGED, next])).toEqual([200, 401, 200]);
			secret = next;
		}
	});

	it('is that of one credential: with another credential in the node, the former secret is rejected', async () => {
		const app = await stage.control.addApp({ secret: NEW });
		const { token } = await stage.control.addToken({ appId: app.id });
		await stage.engine.credentials.set(
			'whatsAppCloudApi',
			{ ...credentialData(stage.sandbox), accessToken: token, appId: app.id, appSecret: NEW },
			{ id: 'second' },
		);
		const manual = { registerFor: 'manual', verifyToken: 'verify' };
		const trigger = await activated(stage, manual, 'changed');
		expect(await deliver(trigger.url(), seed().appSecret)).toBe(200);
		const changed = triggerWorkflow(manual, 'changed');
		changed.nodes[0].credentials = { whatsAppCloudApi: { id: 'second', name: 'second' } };
		await trigger.update(changed, '2.40');
		expect(await all(trigger.url(), [seed().appSecret, NEW])).toEqual([401, 200]);
	});

	it('is read anew in a test run', async () => {
		const trigger = drafted(stage, { options: { forwardTestEvents: false } }, 'test');
		await trigger.test();
		reads.mockClear();
		expect(await deliver(trigger.url(true), seed().appSecret)).toBe(200);
		expect(reads.mock.calls.length).toBeGreaterThan(0);
	});

	it('files are downloaded with the token as it is now', async () => {
		await activated(stage, { downloadMedia: true }, 'media');
		await stage.control.customer(ANA).sendText('first');
		const { token } = await stage.control.addToken({});
		await enter({ accessToken: token });
		await stage.control.invalidateToken(seed().accessToken, 460);
		await stage.control.customer(ANA).send({
			type: 'document',
			media: { data: 'JVBERi0xLjQ=', mimeType: 'application/pdf', filename: 'a.pdf' },
		});
		const [, [file]] = await received(stage, 2);
		expect(file).toMatchObject({ type: 'document' });
		expect(file).not.toHaveProperty('mediaError');
	});
});
