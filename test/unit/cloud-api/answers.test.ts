import { record, records, textOf, texts } from '../../../cloud-api/answers';
import { getAutomation } from '../../../cloud-api/accounts/automation';
import { getBusinessAccount } from '../../../cloud-api/accounts/businessAccount';
import { getPhoneNumber, listPhoneNumbers } from '../../../cloud-api/accounts/phoneNumbers';
import { getProfile } from '../../../cloud-api/accounts/profile';
import { ofPortfolio } from '../../../cloud-api/accounts/reachableAccounts';
import { readReach } from '../../../cloud-api/accounts/reach';
import {
	readAccountSubscription,
	readAppSubscription,
} from '../../../cloud-api/accounts/subscriptions';
import { inspectToken } from '../../../cloud-api/accounts/tokens';
import { listBlocked, setBlocked } from '../../../cloud-api/accounts/users';
import { listFlows } from '../../../cloud-api/flows/manage';
import { GraphApi, type Json } from '../../../cloud-api/graph';
import { listGroups } from '../../../cloud-api/groups/groups';
import { listJoinRequests } from '../../../cloud-api/groups/joinRequests';
import { getPayments, listPaymentConfigurations } from '../../../cloud-api/payments/payments';
import { listSignups } from '../../../cloud-api/signups/signups';
import { getTemplate } from '../../../cloud-api/templates/read';
import { templateRecord } from '../../../cloud-api/templates/record';

const WRONG = [undefined, null, '', 7, true, 'x', [], [null], [7], {}];
const answering = (body: unknown) =>
	new GraphApi({
		baseUrl: 'https://graph.facebook.com',
		version: 'v25.0',
		transport: async () => ({ status: 200, headers: {}, body: body as Json }),
	});

it('reads nothing out of what is not there', () => {
	for (const value of WRONG) {
		expect(records(value)).toEqual([]);
		expect(record(value)).toEqual({});
	}
	expect(records([{ a: 1 }, null, 7, [], { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }]);
	expect(texts(['a', 1, null, '', {}])).toEqual(['a', '1']);
	expect([textOf(106540352242922), textOf(''), textOf({})]).toEqual([
		'106540352242922',
		undefined,
		undefined,
	]);
});

it.each(WRONG)('a template with the components %j is one without text', async (components) => {
	const template = await getTemplate(answering({ id: 1, name: 'a', components }), '1');
	expect(template).toMatchObject({ id: '1', name: 'a', language: '', components: [] });
	expect(templateRecord(template, '')).toMatchObject({ body: '', parameters: [] });
});

it('leaves out what a component has in another type than Meta documents', async () => {
	const components = [
		null,
		{ type: 7 },
		{ type: 'BODY', text: 7 },
		{ type: 'BUTTONS', buttons: [null, { type: 'URL', url: {}, text: 'Open' }] },
		{ type: 'CAROUSEL', cards: [{ components: null }, 7] },
	];
	const template = await getTemplate(answering({ id: '1', components }), '1');
	expect(template.components).toEqual([
		{ type: 'BODY' },
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open' }] },
		{ type: 'CAROUSEL', cards: [{ components: [] }] },
	]);
});

it('an answer as Meta documents it stays as it is', async () => {
	const answer = {
		id: '594425479261596',
		name: 'order',
		language: 'en_US',
		status: 'APPROVED',
		category: 'UTILITY',
		quality_score: { score: 'GREEN', date: 1 },
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'Hi {{1}}', example: { header_text: ['Ana'] } },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://a.example/{{1}}' }] },
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now', has_expiration: true } },
		],
	};
	expect(await getTemplate(answering(answer), '1')).toEqual(answer);
});

// No answer never means no.
it.each([{}, { data: null }, { data: {} }, { data: 'x' }])(
	'a list that is missing is reported, not taken for an empty one: %j',
	async (body) => {
		const graph = answering(body);
		const outcomes = await Promise.allSettled([
			listPhoneNumbers(graph, '1'),
			listBlocked(graph, '1'),
			listGroups(graph, '1'),
			listJoinRequests(graph, 'Y2FwaV9ncm91cDoxOTUwNTU1MDA3OToxMjAzNjM0'),
			getPayments(graph, '1', 'razorpay', 'order-1'),
			listPaymentConfigurations(graph, '1'),
			listSignups(graph, '1'),
			listFlows(graph, '1'),
			readReach(graph, 'EAA', '1'),
			ofPortfolio(graph, '1'),
			readAccountSubscription(graph, '1', '2'),
			readAppSubscription(graph, '1'),
		]);
		for (const outcome of outcomes)
			expect(outcome).toMatchObject({
				reason: { message: expect.stringMatching(/contains no list$/) },
			});
		await expect(inspectToken(graph, 'EAA', false)).rejects.toThrow(
			'Meta did not say whether the access token is valid',
		);
	},
);

it('entries that are no objects are left out', async () => {
	const graph = answering({ data: [null, 7, 'x', { id: 1, display_phone_number: null }] });
	expect(await listPhoneNumbers(graph, '1')).toHaveLength(1);
	expect(await readAccountSubscription(graph, '1', '2')).toEqual({ isSubscribed: false });
});

it.each(WRONG)('entries of a list with %j in every field can be read', async (value) => {
	const names = [
		...['id', 'name', 'status', 'errors', 'categories', 'validation_errors', 'verified_name'],
		...['display_phone_number', 'subject', 'created_at', 'creation_timestamp', 'join_request_id'],
		...['transactions', 'refunds', 'amount', 'total_amount', 'merchant_category_code'],
		...['payment_configurations', 'signup_message', 'wa_id', 'user_id'],
	];
	const entry = Object.fromEntries(names.map((name) => [name, value]));
	const graph = answering({ data: [entry], payments: [entry] });
	await Promise.all([
		listPhoneNumbers(graph, '1'),
		listBlocked(graph, '1'),
		listGroups(graph, '1'),
		listJoinRequests(graph, 'Y2FwaV9ncm91cDoxOTUwNTU1MDA3OToxMjAzNjM0'),
		getPayments(graph, '1', 'razorpay', 'order-1'),
		listPaymentConfigurations(graph, '1'),
		listSignups(graph, '1'),
		listFlows(graph, '1'),
	]);
	// Without an ID there is nothing to choose.
	const numbers = typeof value === 'number' || value === 'x' ? 1 : 0;
	expect((await readReach(graph, 'EAA', '1')).numbers).toHaveLength(numbers);
	expect(await ofPortfolio(graph, '1')).toHaveLength(2 * numbers);
});

it.each(WRONG)('the results of a block with %j as reason can be read', async (value) => {
	const error = { code: value, message: value, error_data: value };
	const failed = { input: '+15550100201', errors: [error, value] };
	const graph = answering({ block_users: { failed_users: [failed] } });
	expect(await setBlocked(graph, '1', ['+15550100201'], true)).toMatchObject([
		{ input: '+15550100201', success: false, reason: expect.any(String) },
	]);
});

it.each(WRONG)(
	'accounts, numbers, and profiles with %j in every field can be read',
	async (value) => {
		const names = [
			...['id', 'name', 'owner_business_info', 'health_status', 'webhook_configuration'],
			...['throughput', 'display_phone_number', 'conversational_automation', 'data'],
		];
		const graph = answering(Object.fromEntries(names.map((name) => [name, value])));
		await getBusinessAccount(graph, '1');
		await getPhoneNumber(graph, '1');
		await getAutomation(graph, '1');
		await getProfile(graph, '1');
	},
);
