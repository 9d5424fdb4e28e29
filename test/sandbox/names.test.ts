import { bench, closeAll, Receiver, rejectionOf, subscribe } from './support';
import { rejectedNames, rejectedSignups } from './rules/accounts';
import { filled } from './rules/requests';

afterEach(closeAll);

async function house() {
	const on = await bench();
	const { control, seed } = on.sandbox;
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), 'messages,business_username_updates');
	return {
		...on,
		control,
		receiver,
		number: `/${seed.phoneNumberId}`,
		waba: `/${seed.businessAccountId}`,
	};
}

describe('the username of a phone number', () => {
	it('is set, read, and removed, with webhooks', async () => {
		const { graph, number, control, receiver } = await house();
		expect((await graph.get(`${number}/username`)).data).toEqual({});
		const set = await graph.post(`${number}/username`, { username: 'sandbox.bakery' });
		expect(set.data).toEqual({ status: 'approved' });
		expect((await graph.get(`${number}/username`)).data).toEqual({
			username: 'sandbox.bakery',
			status: 'approved',
		});
		expect((await graph.get(`${number}?fields=username`)).data.username).toBe('sandbox.bakery');
		expect((await graph.delete(`${number}/username`)).data).toEqual({ success: true });
		await control.advance(1000);
		expect(receiver.values('business_username_updates')).toEqual([
			{ display_phone_number: '15550100100', username: 'sandbox.bakery', status: 'approved' },
			{ display_phone_number: '15550100100', username: 'sandbox.bakery', status: 'deleted' },
		]);
	});

	it('moves from another number of the portfolio with force_transfer only (147005)', async () => {
		const { graph, number, sandbox } = await house();
		const other = `/${sandbox.seed.moreNumbers[0].phoneNumberId}`;
		await graph.post(`${other}/username`, { username: 'bakery' });
		const refused = await graph.post(`${number}/username`, { username: 'bakery' });
		expect(rejectionOf(refused)).toMatchObject({ code: 147005 });
		const moved = await graph.post(`${number}/username`, {
			username: 'bakery',
			transfer_action: 'force_transfer',
		});
		expect(moved.status).toBe(200);
		expect((await graph.get(`${other}/username`)).data).toEqual({});
	});

	it('is suggested from the display name', async () => {
		const { graph, number } = await house();
		const { data } = (await graph.get(`${number}/username_suggestions`)).data;
		expect(data[0].username_suggestions).toEqual([
			'sandbox.bakery',
			'sandbox.bakery.official',
			'sandbox_bakery',
		]);
		for (const username of data[0].username_suggestions) {
			expect((await graph.post(`${number}/username`, { username })).status).toBe(200);
		}
	});
});

it('removes a customer from the contact book once per contact', async () => {
	const { graph, number, control } = await house();
	const remove = async (bsuid: string) =>
		(
			await graph.delete(`${number}/contact_book`, {
				params: { messaging_product: 'whatsapp', bsuid },
			})
		).data;
	const [bsuid, waId] = ['IN.1000000000000000203', '919999900203'];
	expect(await remove('US.5')).toMatchObject({ success: true, deleted: false });
	expect(await remove(bsuid)).toMatchObject({ deleted: false });
	await control.customer(waId).sendText('Hello');
	expect(await remove(bsuid)).toEqual({
		messaging_product: 'whatsapp',
		success: true,
		deleted: true,
	});
	expect(await remove(bsuid)).toMatchObject({ deleted: false });
	const { customers } = await control.state();
	expect(customers.find((customer) => customer.waId === waId)?.hidesPhoneNumber).toBe(true);
});

describe('in-app sign-ups', () => {
	const first = {
		signup_message: 'Get 10 % off',
		confirmation_message: 'Your code is {{promo_code}}',
		privacy_policy_url: 'https://bakery.example/privacy',
		promo_code: 'CAKE10',
		policy: 'https://www.facebook.com/legal/signups',
	};

	it('are created, read, listed, changed, and disabled', async () => {
		const { graph, waba } = await house();
		const { id } = (await graph.post(`${waba}/signups`, first)).data;
		const { policy: _policy, ...fields } = first;
		void _policy;
		expect((await graph.get(`/signups/${id}`)).data).toEqual({ id, status: 'ACTIVE', ...fields });
		const changed = await graph.post(`/signups/${id}`, {
			status: 'DISABLED',
			signup_message: 'Get 5 % off',
		});
		expect(changed.data).toEqual({ success: true });
		expect((await graph.get(`${waba}/signups`)).data.data).toMatchObject([
			{ id, status: 'DISABLED', signup_message: 'Get 5 % off', promo_code: 'CAKE10' },
		]);
	});

	it('take the terms once (2494176)', async () => {
		const { graph, waba } = await house();
		await graph.post(`${waba}/signups`, first);
		const again = await graph.post(`${waba}/signups`, first);
		expect(rejectionOf(again)).toMatchObject({ code: 100, subcode: 2494176 });
		expect((await graph.post(`${waba}/signups`, { ...first, policy: undefined })).status).toBe(200);
	});

	it('can be off for an account (2494165)', async () => {
		const { graph, waba, control, sandbox } = await house();
		await control.changeAccount(sandbox.seed.businessAccountId, { signupsEnabled: false });
		expect(rejectionOf(await graph.get(`${waba}/signups`))).toMatchObject({ subcode: 2494165 });
	});
});

describe('phone numbers', () => {
	it('are added, and verified and registered afterwards', async () => {
		const { graph, waba } = await house();
		const { id } = (
			await graph.post(`${waba}/phone_numbers`, {
				cc: '49',
				phone_number: '30 1234567',
				verified_name: 'Bakery Berlin',
			})
		).data;
		expect(
			(await graph.get(`/${id}?fields=display_phone_number,code_verification_status,status`)).data,
		).toEqual({
			id,
			display_phone_number: '+49 301234567',
			code_verification_status: 'NOT_VERIFIED',
			status: 'PENDING',
		});
		await graph.post(`/${id}/request_code`, { code_method: 'SMS', language: 'en_US' });
		expect((await graph.post(`/${id}/verify_code`, { code: '123456' })).status).toBe(200);
		const registered = await graph.post(`/${id}/register`, {
			messaging_product: 'whatsapp',
			pin: '123456',
		});
		expect(registered.status).toBe(200);
	});

	it('tell their status as Official Business Account', async () => {
		const { graph, number, control, sandbox } = await house();
		const path = `${number}/official_business_account`;
		expect((await graph.get(path)).data).toMatchObject({ oba_status: 'NOT_STARTED' });
		await control.changeNumber(sandbox.seed.phoneNumberId, { obaStatus: 'PENDING' });
		expect((await graph.get(path)).data).toEqual({
			oba_status: 'PENDING',
			status_message: 'Your Official Business Account application is under review',
		});
		await control.changeNumber(sandbox.seed.phoneNumberId, { official: true });
		expect((await graph.get(`${path}?fields=oba_status`)).data).toEqual({ oba_status: 'APPROVED' });
	});
});

it.each([...rejectedNames, ...rejectedSignups].map((rule) => [rule.what, rule] as const))(
	'rejects %s',
	async (_what, { method, path, body, code, subcode, text }) => {
		const { graph, sandbox } = await house();
		const { phoneNumberId, businessAccountId } = sandbox.seed;
		const url = filled(path, { number: phoneNumberId, waba: businessAccountId });
		const { status, data } = await graph.request({ method, url, data: body });
		expect(status).toBe(400);
		expect([data.error.code, data.error.error_subcode]).toEqual([code, subcode]);
		expect(`${data.error.message} ${data.error.error_user_msg ?? ''}`).toMatch(text);
	},
);
