import type { INodeParameters } from 'n8n-workflow';
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

const bodies = () => api.calls.map(({ body }) => body);
const sent = async (users: unknown, options: object = {}) => {
	api.calls.length = 0;
	answer = { body: { messaging_product: 'whatsapp', block_users: {} } };
	const result = await engine.runNode('whatsAppCloud', {
		resource: 'user',
		operation: 'block',
		users: users as string,
		options: options as INodeParameters,
	});
	return result.error?.message ?? bodies();
};

describe('numbers are read as everywhere', () => {
	it.each<[string, string, object]>([
		['pasted lines', '"+49-170-1234567",\n0049 170 7654321;\n', {}],
		['JSON of an AI agent', '["+49 170 1234567", "491707654321.0"]', {}],
		['national numbers', '0170 1234567, 0170-7654321', { defaultCountry: 'DE' }],
	])('%s', async (_, users, options) => {
		expect(await sent(users, options)).toMatchObject([
			{ block_users: [{ user: '+491701234567' }, { user: '+491707654321' }] },
		]);
	});

	it('an unusual number is sent with the option Allow Unusual Numbers only', async () => {
		expect(await sent('+49 170 12')).toMatch(/digits after \+49.*Users/);
		expect(await sent('+49 170 12345 6789')).toMatch(/digits after \+49.*Users/);
		expect(await sent('+49 170 12345 6789', { allowUnusualNumbers: true })).toMatchObject([
			{ block_users: [{ user: '+49170123456789' }] },
		]);
	});

	const analyticsOf = async (phoneNumbers: string) => {
		api.calls.length = 0;
		answer = { body: {} };
		const { error } = await engine.runNode('whatsAppCloud', {
			resource: 'account',
			operation: 'getAnalytics',
			account: { __rl: true, mode: 'id', value: '102290129340398' },
			start: '={{ $now.minus(2, "days") }}',
			end: '={{ $now }}',
			phoneNumbers,
		});
		return error?.message ?? decodeURIComponent(api.calls[0].url);
	};

	it('also in Get Analytics', async () => {
		expect(await analyticsOf('"+49-170-1234567", 0049 170 7654321')).toContain(
			'.phone_numbers(["491701234567","491707654321"])',
		);
		expect(await analyticsOf('0170 1234567')).toMatch(/national number.*Phone Numbers/);
		expect(await analyticsOf('106540352242922')).toMatch(/Phone Numbers/);
		expect(api.calls).toEqual([]);
	});
});

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
