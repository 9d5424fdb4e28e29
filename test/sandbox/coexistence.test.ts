import { bench, closeAll, Receiver, rejectionOf, subscribe, type Bench } from './support';

afterEach(closeAll);

const HOUR = 60 * 60 * 1000;

async function coexistence(): Promise<Bench & { number: string }> {
	const on = await bench();
	const number = on.sandbox.seed.phoneNumberId;
	await on.sandbox.control.changeNumber(number, { isOnBizApp: true });
	return { ...on, number };
}

describe('a coexistence number', () => {
	it('says so in is_on_biz_app', async () => {
		const { graph, number } = await coexistence();
		const answer = await graph.get(`/${number}?fields=is_on_biz_app`);
		expect(answer.data).toEqual({ is_on_biz_app: true, id: number });
	});

	it('rejects a callback override with (#200)', async () => {
		const { graph, number } = await coexistence();
		const answer = await graph.post(`/${number}`, {
			webhook_configuration: { override_callback_uri: 'http://127.0.0.1:9/x', verify_token: 'v' },
		});
		expect(rejectionOf(answer)).toMatchObject({ status: 403, code: 200 });
	});

	it.each(['register', 'deregister'])('rejects %s', async (edge) => {
		const { graph, number } = await coexistence();
		const answer = await graph.post(`/${number}/${edge}`, {
			messaging_product: 'whatsapp',
			pin: '123456',
		});
		expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 100 });
	});

	it('syncs each type once and within 24 hours of onboarding', async () => {
		const { graph, sandbox, number } = await coexistence();
		const sync = async (type: string) =>
			await graph.post(`/${number}/smb_app_data`, {
				messaging_product: 'whatsapp',
				sync_type: type,
			});
		expect((await sync('history')).data).toEqual({
			messaging_product: 'whatsapp',
			request_id: expect.any(String),
		});
		expect(rejectionOf(await sync('history'))).toMatchObject({ code: 2593107 });
		expect(rejectionOf(await sync('contacts'))).toMatchObject({ code: 100 });
		await sandbox.control.advance(25 * HOUR);
		expect(rejectionOf(await sync('smb_app_state_sync'))).toMatchObject({ code: 2593108 });
	});

	it('rejects a sync for a number that is not on the app', async () => {
		const { graph, sandbox } = await bench();
		const answer = await graph.post(`/${sandbox.seed.phoneNumberId}/smb_app_data`, {
			messaging_product: 'whatsapp',
			sync_type: 'history',
		});
		expect(rejectionOf(answer)).toMatchObject({ code: 100 });
	});

	it('publishes contacts and threads after a sync', async () => {
		const on = await coexistence();
		const receiver = await Receiver.start();
		await subscribe(on, receiver.url(), 'history,smb_app_state_sync');
		for (const type of ['smb_app_state_sync', 'history']) {
			await on.graph.post(`/${on.number}/smb_app_data`, {
				messaging_product: 'whatsapp',
				sync_type: type,
			});
		}
		await receiver.until(() => receiver.values('history').length === 3);
		expect(receiver.values('smb_app_state_sync')[0].state_sync).toHaveLength(3);
		const [{ history }] = receiver.values('history') as Array<{
			history: Array<{ threads: Array<{ id: string; messages: unknown[] }> }>;
		}>;
		expect(history[0].threads[0]).toMatchObject({ id: '15550100201' });
		expect(history[0].threads[0].messages).toHaveLength(2);
	});
});

it.each([{ registered: false }, { status: 'DISCONNECTED' }])(
	'delivers no message of a number with %j',
	async (change) => {
		const on = await bench();
		const receiver = await Receiver.start();
		await subscribe(on, receiver.url());
		const { control, seed } = on.sandbox;
		await control.changeNumber(seed.phoneNumberId, change);
		await control.customer('15550100201').sendText('Anybody there?');
		await control.changeNumber(seed.phoneNumberId, { registered: true, status: 'CONNECTED' });
		await control.customer('15550100201').sendText('Now?');
		await receiver.until(() => receiver.messages().length > 0);
		expect(receiver.messages().map((message) => message.text)).toEqual([{ body: 'Now?' }]);
	},
);

it('gives a group an ID as Meta writes it, and rejects the JIDs of other libraries', async () => {
	const { sandbox, send } = await bench();
	const group = await sandbox.control.addGroup({ participants: ['15550100201'] });
	expect(group.id).toMatch(/^Y2FwaV9ncm91cDo\w+$/);
	for (const to of ['120363000000@g.us', '15550100201@c.us', '15550100201@s.whatsapp.net']) {
		const answer = await send({ to, type: 'text', text: { body: 'Hi' } });
		expect(rejectionOf(answer).code).toBe(131009);
	}
});
