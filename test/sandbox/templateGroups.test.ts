import { bench, closeAll, rejectionOf, type Bench } from './support';

afterEach(closeAll);

const DAY = 86_400;

/** A template group, and its analytics of today. */
async function grouped() {
	const on = await bench();
	const { control, seed } = on.sandbox;
	const body = { type: 'BODY', text: 'Your order is on its way to you.' };
	const [first, second] = await Promise.all(
		['one', 'two'].map(async (name) => {
			return await control.addTemplate({ name, category: 'UTILITY', components: [body] });
		}),
	);
	const { id } = await control.addTemplateGroup({ name: 'Orders', templateIds: [first.id] });
	const seconds = Math.floor((await control.advance(0)).now / 1000);
	const today = Math.floor(seconds / DAY) * DAY;
	return {
		...on,
		id,
		today,
		names: [first.name, second.name],
		async read(params: object) {
			return await on.graph.get(`/${seed.businessAccountId}/template_group_analytics`, {
				params: {
					granularity: 'daily',
					start: today,
					end: today + DAY,
					template_group_ids: `[${id}]`,
					...params,
				},
			});
		},
	};
}

async function sendTemplate({ send, sandbox }: Bench, name: string): Promise<void> {
	const { data } = await send({
		type: 'template',
		template: { name, language: { code: 'en_US' } },
	});
	await sandbox.control.waitForStatus(data.messages[0].id, 'read');
}

it('counts the messages of the templates in the group by day', async () => {
	const on = await grouped();
	await sendTemplate(on, on.names[0]);
	await sendTemplate(on, on.names[1]);
	const { data } = await on.read({ metric_types: 'sent,delivered,read' });
	expect(data).toEqual({
		data: [
			{
				granularity: 'DAILY',
				product_type: 'cloud_api',
				data_points: [
					{
						template_group_id: on.id,
						start: on.today,
						end: on.today + DAY,
						sent: 1,
						delivered: 1,
						read: 1,
					},
				],
			},
		],
	});
});

it('returns all metrics by default, and takes dates', async () => {
	const on = await grouped();
	const date = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
	const { data } = await on.read({
		start: date(on.today - DAY),
		end: date(on.today + DAY),
		use_waba_timezone: true,
	});
	const points = data.data[0].data_points;
	expect(points).toHaveLength(2);
	expect(Object.keys(points[0])).toEqual([
		'template_group_id',
		'start',
		'end',
		'cost',
		'clicked',
		'delivered',
		'read',
		'sent',
	]);
});

it('lists the groups', async () => {
	const on = await grouped();
	const { data } = await on.graph.get(`/${on.sandbox.seed.businessAccountId}/template_groups`);
	expect(data.data).toEqual([{ id: on.id, name: 'Orders' }]);
	expect((await on.graph.get(`/${on.id}`)).data).toEqual({ id: on.id, name: 'Orders' });
});

it.each<[string, object, RegExp]>([
	['another granularity', { granularity: 'HALF_HOUR' }, /DAILY/],
	['no groups', { template_group_ids: undefined }, /template_group_ids is required/],
	['11 groups', { template_group_ids: '[1,2,3,4,5,6,7,8,9,10,11]' }, /1 to 10/],
	['an unknown group', { template_group_ids: '[5]' }, /does not exist/],
	['an unknown metric', { metric_types: 'opened' }, /metric_types/],
	['no start', { start: undefined }, /start is required/],
	['a start in words', { start: 'yesterday' }, /YYYY-MM-DD or a Unix timestamp/],
	['a start 92 days ago', { start: Math.floor(Date.now() / 1000) - 92 * DAY }, /90 days/],
	['an end before the start', { end: 1 }, /before end/],
	['a timestamp in the time zone of the account', { use_waba_timezone: true }, /YYYY-MM-DD\./],
])('rejects %s', async (_what, change, text) => {
	const on = await grouped();
	const answer = await on.read(change);
	expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 100 });
	expect(rejectionOf(answer).text).toMatch(text);
});
