import { createHash } from 'crypto';
import { bench, client, closeAll, rejectionOf } from './support';
import { LEAD, rejectedConversions } from './rules/conversions';
import { filled } from './rules/requests';

afterEach(closeAll);

const DAY = 86_400;

/** A sandbox with a dataset, and the numbers that the rules name. */
async function ads() {
	const on = await bench();
	const waba = on.sandbox.seed.businessAccountId;
	const { id: dataset } = (await on.graph.post(`/${waba}/dataset`)).data as { id: string };
	const now = async () => Math.floor((await on.sandbox.control.advance(0)).now / 1000);
	const at = async (value: unknown): Promise<unknown> => {
		const seconds = await now();
		const times: Record<string, number> = {
			'"{now}"': seconds,
			'"{eightDaysAgo}"': seconds - 8 * DAY,
			'"{tomorrow}"': seconds + DAY,
		};
		const text = JSON.stringify(value).replace(/"\{(now|eightDaysAgo|tomorrow)\}"/g, (name) =>
			String(times[name]),
		);
		return filled(JSON.parse(text), { waba });
	};
	return {
		...on,
		waba,
		dataset,
		async record(change: object, beside: object = {}) {
			const body = await at({ data: [{ ...LEAD, event_time: '{now}', ...change }], ...beside });
			return await on.graph.post(`/${dataset}/events`, body);
		},
		at,
	};
}

it('creates one dataset for an account', async () => {
	const { graph, waba, dataset } = await ads();
	expect((await graph.post(`/${waba}/dataset`)).data).toEqual({ id: dataset });
	expect((await graph.get(`/${waba}/dataset`)).data).toEqual({ id: dataset });
	expect((await graph.get(`/${dataset}`)).data).toEqual({
		id: dataset,
		name: 'Sandbox Bakery dataset',
	});
});

it('has no dataset before', async () => {
	const { graph, sandbox } = await bench();
	const answer = await graph.get(`/${sandbox.seed.businessAccountId}/dataset`);
	expect(answer.data).toEqual({ data: [] });
});

it.each(['LeadSubmitted', 'Purchase', 'AddToCart', 'InitiateCheckout', 'ViewContent'])(
	'receives %s',
	async (name) => {
		const { record, sandbox, waba, dataset } = await ads();
		const customData = { currency: 'USD', value: 12.5, content_ids: ['A1'] };
		const answer = await record(
			{ event_name: name, event_id: 'order-7', custom_data: customData },
			{ partner_agent: 'n8n', test_event_code: 'TEST1' },
		);
		expect(answer.data).toEqual({
			events_received: 1,
			messages: [],
			fbtrace_id: expect.stringMatching(/^A/),
		});
		expect(await sandbox.control.conversions()).toMatchObject([
			{
				datasetId: dataset,
				businessAccountId: waba,
				eventName: name,
				eventId: 'order-7',
				userData: { ctwa_clid: 'ARclick-1' },
				customData,
				testEventCode: 'TEST1',
				duplicate: false,
			},
		]);
	},
);

it('counts an event with the same ID and name once within 48 hours', async () => {
	const { record, sandbox } = await ads();
	await record({ event_id: 'a' });
	await record({ event_id: 'a' });
	await record({ event_id: 'a', event_name: 'ViewContent' });
	await sandbox.control.advance(49 * 3_600_000);
	await record({ event_id: 'a' });
	const events = await sandbox.control.conversions();
	expect(events.map(({ duplicate }) => duplicate)).toEqual([false, true, false, false]);
});

it('rejects an event more than 7 days after the click that the sandbox knows', async () => {
	const { record, sandbox } = await ads();
	await sandbox.control.customer('15550100201').send({
		type: 'text',
		text: 'I saw your ad',
		referral: { source_type: 'ad', source_id: '1', ctwa_clid: 'ARclick-1' },
	});
	await sandbox.control.advance(6 * DAY * 1000);
	expect((await record({})).status).toBe(200);
	await sandbox.control.advance(2 * DAY * 1000);
	const { error } = (await record({})).data;
	expect(error).toMatchObject({ code: 100, error_user_title: 'Click Too Old' });
});

it('keeps nothing of a request with one invalid event', async () => {
	const { at, graph, dataset, sandbox } = await ads();
	const event = { ...LEAD, event_time: '{now}' };
	const body = await at({ data: [event, { ...event, event_name: 'Lead' }] });
	expect((await graph.post(`/${dataset}/events`, body)).status).toBe(400);
	expect(await sandbox.control.conversions()).toEqual([]);
});

it('warns about the hash of a number with a plus sign', async () => {
	const { record, sandbox } = await ads();
	const ph = [createHash('sha256').update('+15550100201').digest('hex')];
	await record({ user_data: { ...LEAD.user_data, ph } });
	const requests = await sandbox.control.requests();
	expect(requests[requests.length - 1].warnings).toEqual([expect.stringContaining('digits only')]);
});

it('needs the permission for events', async () => {
	const { sandbox, waba, dataset } = await ads();
	const { token } = await sandbox.control.addToken({ scopes: ['whatsapp_business_management'] });
	const graph = client(sandbox, token);
	for (const answer of [
		await graph.post(`/${waba}/dataset`),
		await graph.post(`/${dataset}/events`, { data: [] }),
	]) {
		expect(rejectionOf(answer)).toMatchObject({ status: 403, code: 200 });
		expect(rejectionOf(answer).text).toContain('whatsapp_business_manage_events');
	}
});

it.each(rejectedConversions.map((rule) => [rule.what, rule] as const))(
	'rejects %s',
	async (_what, { path, body, code, subcode, text }) => {
		const { graph, at, dataset } = await ads();
		const answer = await graph.post(filled(path, { dataset }), await at(body));
		const { error } = answer.data;
		expect(answer.status).toBe(400);
		expect([error.code, error.error_subcode]).toEqual([code, subcode]);
		expect(`${error.message} ${error.error_user_msg ?? ''}`).toMatch(text);
	},
);
