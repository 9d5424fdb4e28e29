import { createEngine, type Engine } from '../../../engine';
import { startApiDouble, type Answer } from '../../support/apiDouble';

let engine: Engine;
let api: Awaited<ReturnType<typeof startApiDouble>>;
let answer: Answer;

beforeAll(async () => {
	api = await startApiDouble(() => answer);
	engine = await createEngine({
		credentials: {
			whatsAppCloudApi: {
				accessToken: 'EAA-token-of-the-test',
				phoneNumberId: '106540352242922',
				baseUrl: api.url,
			},
		},
	});
});

afterAll(async () => {
	await engine.close();
	await api.close();
});

const change = async (operation: 'block' | 'unblock', users: string) => {
	const result = await engine.runNode('whatsAppCloud', { resource: 'user', operation, users });
	return result.json();
};

// Meta answers for some users and leaves others out; the sandbox always answers for all.
describe.each([
	['block', 'blocked', 'added_users'],
	['unblock', 'unblocked', 'removed_users'],
] as const)('%s', (operation, outcome, done) => {
	it('reports a failure for a user without a result from Meta', async () => {
		answer = {
			body: {
				messaging_product: 'whatsapp',
				block_users: { [done]: [{ input: '+15550100201', wa_id: '15550100201' }] },
			},
		};
		expect(await change(operation, '+1 555 010 0201, US.1000000000000000202')).toEqual([
			{ user: '+1 555 010 0201', [outcome]: true, input: '+1 555 010 0201', waId: '15550100201' },
			{
				user: 'US.1000000000000000202',
				[outcome]: false,
				input: 'US.1000000000000000202',
				reason: 'Meta returned no result for this user',
			},
		]);
	});

	it('reports a failure for every user if the result is empty', async () => {
		answer = { body: { messaging_product: 'whatsapp', block_users: {} } };
		expect(await change(operation, '+15550100201')).toMatchObject([
			{ [outcome]: false, reason: 'Meta returned no result for this user' },
		]);
	});

	it('reports a failure for a user that Meta rejects without a reason', async () => {
		answer = {
			status: 400,
			body: {
				error: { code: 139100, message: '(#139100) Failed to block/unblock some users' },
				block_users: { failed_users: [{ input: '+15550100201', wa_id: '15550100201' }] },
			},
		};
		expect(await change(operation, '+15550100201')).toMatchObject([
			{ [outcome]: false, waId: '15550100201', reason: 'Meta gave no reason' },
		]);
	});
});
