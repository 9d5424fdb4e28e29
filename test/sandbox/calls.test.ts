import { bench, client, closeAll, Receiver, rejectionOf, subscribe } from './support';
import { rejectedCallRequests } from './rules/calls';
import { filled } from './rules/requests';

afterEach(closeAll);

const ANA = '15550100201';
const SECOND = 1000;
const DAY = 86_400 * SECOND;
const product = { messaging_product: 'whatsapp' };
const answer = { session: { sdp_type: 'answer', sdp: 'v=0\r\n' } };

type Values = Array<Record<string, unknown>>;

/** A number that customers call, and an app that listens. */
async function line() {
	const on = await bench();
	const { control, seed } = on.sandbox;
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), 'messages,calls,account_settings_update');
	const number = `/${seed.phoneNumberId}`;
	return {
		...on,
		control,
		number,
		receiver,
		ana: control.customer(ANA),
		async act(call: string, action: string, body: object = {}) {
			return await on.graph.post(`${number}/calls`, { ...product, call_id: call, action, ...body });
		},
		async set(calling: object) {
			return await on.graph.post(`${number}/settings`, { calling });
		},
		async permission(query: object = { user_wa_id: ANA }) {
			return (await on.graph.get(`${number}/call_permissions`, { params: query })).data;
		},
		/** The events of calls that have come. */
		async events(): Promise<Values> {
			await control.advance(SECOND);
			return receiver.values('calls').flatMap(({ calls }) => calls as Values);
		},
	};
}

describe('a call', () => {
	it('rings, and is rejected', async () => {
		const on = await line();
		const { id } = await on.ana.call({ ctaPayload: 'help' });
		expect((await on.act(id, 'reject')).data).toEqual({ ...product, success: true });
		expect(await on.events()).toMatchObject([
			{
				id,
				from: ANA,
				from_user_id: 'US.1000000000000000201',
				to: '15550100100',
				event: 'connect',
				direction: 'USER_INITIATED',
				cta_payload: 'help',
				session: { sdp_type: 'offer', sdp: expect.stringContaining('v=0') },
			},
			{ id, event: 'terminate', status: 'FAILED' },
		]);
		expect(await on.control.calls()).toMatchObject([{ id, state: 'rejected' }]);
	});

	it('is accepted, lasts, and is ended by the business', async () => {
		const on = await line();
		const { id } = await on.ana.call();
		expect((await on.act(id, 'pre_accept', answer)).status).toBe(200);
		const accepted = await on.act(id, 'accept', { ...answer, biz_opaque_callback_data: 'x1' });
		expect(accepted.data.success).toBe(true);
		await on.control.advance(90 * SECOND);
		expect((await on.act(id, 'terminate')).data.success).toBe(true);
		expect((await on.events())[1]).toMatchObject({
			event: 'terminate',
			status: 'COMPLETED',
			duration: 90,
			start_time: expect.stringMatching(/^\d{10}$/),
			biz_opaque_callback_data: 'x1',
		});
	});

	it('is missed after 45 seconds, and opens the customer service window', async () => {
		const on = await line();
		await on.ana.setWindow(false);
		const { id } = await on.ana.call();
		await on.control.advance(46 * SECOND);
		expect(await on.control.calls()).toMatchObject([{ id, state: 'missed' }]);
		expect((await on.events())[1]).toMatchObject({ event: 'terminate', status: 'FAILED' });
		const sent = await on.send({ text: { body: 'Sorry that we missed you' } });
		await on.control.waitForStatus(sent.data.messages[0].id, 'delivered');
	});

	it('is canceled by the customer', async () => {
		const on = await line();
		const { id } = await on.ana.call();
		expect(await on.ana.hangUp(id)).toMatchObject({ state: 'canceled' });
		await expect(on.ana.hangUp(id)).rejects.toThrow(/has ended/);
	});

	it('has a recording and a transcript afterwards, as ordinary media', async () => {
		const on = await line();
		const { id } = await on.ana.call();
		await expect(on.control.publishCallMedia(id)).rejects.toThrow(/accepted/);
		await on.act(id, 'accept', answer);
		await on.ana.hangUp(id);
		await on.control.publishCallMedia(id);
		const [, , recording, transcript] = await on.events();
		expect(recording).toMatchObject({
			id,
			event: 'call_recording_available',
			call_recording: { type: 'audio', audio: { mime_type: 'audio/ogg' } },
		});
		expect(transcript).toMatchObject({
			id,
			event: 'call_transcription_available',
			call_transcript: { type: 'document', document: { mime_type: 'application/json' } },
		});
		const { audio } = recording.call_recording as { audio: { id: string } };
		expect((await on.graph.get(`/${audio.id}`)).data).toMatchObject({ mime_type: 'audio/ogg' });
	});

	it('is not possible twice at a time, while blocked, or with calling off', async () => {
		const on = await line();
		const { id } = await on.ana.call();
		await expect(on.ana.call()).rejects.toThrow(/in a call already/);
		await on.act(id, 'reject');
		await on.set({ call_icon_visibility: 'DISABLE_ALL' });
		await expect(on.ana.call()).rejects.toThrow(/no call button/);
		await on.act((await on.ana.call({ deeplinkPayload: 'qr' })).id, 'reject');
		await on.set({ status: 'DISABLED' });
		await expect(on.ana.call({ ctaPayload: 'a' })).rejects.toThrow(/not enabled/);
	});

	it('of another number is unknown', async () => {
		const on = await line();
		const { id } = await on.ana.call();
		const [other] = on.sandbox.seed.moreNumbers;
		const body = { ...product, call_id: id, action: 'reject' };
		const refused = await on.graph.post(`/${other.phoneNumberId}/calls`, body);
		expect(rejectionOf(refused)).toMatchObject({ code: 100 });
	});
});

describe('settings', () => {
	it('are read with their defaults, merged, and announced', async () => {
		const on = await line();
		expect((await on.graph.get(`${on.number}/settings`)).data).toEqual({
			calling: {
				status: 'ENABLED',
				call_icon_visibility: 'DEFAULT',
				callback_permission_status: 'DISABLED',
				call_hours: { status: 'DISABLED' },
			},
		});
		expect((await on.set({ callback_permission_status: 'ENABLED' })).data).toEqual({
			success: true,
		});
		await on.control.advance(SECOND);
		expect(on.receiver.values('account_settings_update')).toMatchObject([
			{
				type: 'phone_number_settings',
				phone_number_settings: { calling: { callback_permission_status: 'ENABLED' } },
			},
		]);
	});

	it('replace call hours as a whole, without the holidays of before', async () => {
		const on = await line();
		const hours = {
			status: 'ENABLED',
			timezone_id: 'America/Manaus',
			weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0400', close_time: '1020' }],
		};
		const holiday = { date: '2090-01-01', start_time: '0000', end_time: '2359' };
		await on.set({ call_hours: { ...hours, holiday_schedule: [holiday] } });
		await on.set({ call_hours: hours });
		const { calling } = (await on.graph.get(`${on.number}/settings`)).data;
		expect(calling.call_hours).toEqual(hours);
	});

	it('close the line outside of the hours and on holidays', async () => {
		const on = await line();
		const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
		const always = {
			status: 'ENABLED',
			timezone_id: 'Etc/UTC',
			weekly_operating_hours: days.map((day_of_week) => ({
				day_of_week,
				open_time: '0000',
				close_time: '2359',
			})),
		};
		await on.control.advance(untilNoon((await on.control.advance(0)).now));
		await on.set({ call_hours: always });
		await on.act((await on.ana.call()).id, 'reject');
		const date = new Date((await on.control.advance(0)).now).toISOString().slice(0, 10);
		const holiday_schedule = [{ date, start_time: '0000', end_time: '0100' }];
		await on.set({ call_hours: { ...always, holiday_schedule } });
		await expect(on.ana.call()).rejects.toThrow(/closed/);
	});

	it('enable calling with a messaging limit of 2,000 and an app that listens only', async () => {
		const on = await line();
		const id = on.sandbox.seed.phoneNumberId;
		await on.set({ status: 'DISABLED' });
		await on.control.changeNumber(id, { messagingLimit: 'TIER_250' });
		expect(rejectionOf(await on.set({ status: 'ENABLED' }))).toMatchObject({ code: 138015 });
		await on.control.changeNumber(id, { messagingLimit: 'TIER_2K' });
		await subscribe(on, on.receiver.url(), 'messages');
		expect(rejectionOf(await on.set({ status: 'ENABLED' }))).toMatchObject({ code: 138018 });
		await subscribe(on, on.receiver.url(), 'messages,calls');
		expect((await on.set({ status: 'ENABLED' })).status).toBe(200);
	});

	it('leave no calls over Graph with SIP (131055), and none at all when off (138000)', async () => {
		const on = await line();
		const { id } = await on.ana.call();
		await on.set({ sip: { status: 'ENABLED', servers: [{ hostname: 'sip.example.com' }] } });
		expect(rejectionOf(await on.act(id, 'reject'))).toMatchObject({ code: 131055 });
		await on.set({ status: 'DISABLED' });
		expect(rejectionOf(await on.act(id, 'reject'))).toMatchObject({ status: 401, code: 138000 });
		const refused = await on.graph.get(`${on.number}/call_permissions?user_wa_id=${ANA}`);
		expect(rejectionOf(refused)).toMatchObject({ status: 401, code: 138000 });
	});
});

describe('the permission to call', () => {
	const asked = {
		type: 'interactive',
		interactive: {
			type: 'call_permission_request',
			body: { text: 'May we call you?' },
			action: { name: 'call_permission_request' },
		},
	};
	const ask = async ({ send }: Awaited<ReturnType<typeof line>>) =>
		(await send(asked)).data.messages[0].id as string;

	it('is missing at first, by number and by BSUID', async () => {
		const on = await line();
		const none = {
			...product,
			permission: { status: 'no_permission' },
			actions: [
				{
					action_name: 'send_call_permission_request',
					can_perform_action: true,
					limits: [
						{ time_period: 'PT24H', max_allowed: 1, current_usage: 0 },
						{ time_period: 'P7D', max_allowed: 2, current_usage: 0 },
					],
				},
				{
					action_name: 'start_call',
					can_perform_action: false,
					limits: [{ time_period: 'PT24H', max_allowed: 10, current_usage: 0 }],
				},
			],
		};
		expect(await on.permission()).toEqual(none);
		expect(await on.permission({ recipient: 'US.1000000000000000201' })).toEqual(none);
		expect((await on.permission({ user_wa_id: '4915100000000' })).permission).toEqual({
			status: 'no_permission',
		});
	});

	it('is given for 7 days, and the limit of requests is shown', async () => {
		const on = await line();
		const messageId = await ask(on);
		await on.ana.send({ type: 'call_permission_reply', messageId, response: 'accept' });
		const { permission, actions } = await on.permission();
		const { now } = await on.control.advance(0);
		expect(permission).toEqual({ status: 'temporary', expiration_time: expect.any(Number) });
		expect(permission.expiration_time * SECOND - now).toBeGreaterThan(7 * DAY - 10 * SECOND);
		expect(actions).toMatchObject([
			{
				can_perform_action: false,
				limits: [{ current_usage: 1, limit_expiration_time: expect.any(Number) }, {}],
			},
			{ can_perform_action: true },
		]);
		await on.control.advance(7 * DAY);
		expect((await on.permission()).permission).toEqual({ status: 'no_permission' });
	});

	it('is given permanently, after which there is nothing to ask (138017)', async () => {
		const on = await line();
		const messageId = await ask(on);
		await on.ana.send({
			type: 'call_permission_reply',
			messageId,
			response: 'accept',
			permanent: true,
		});
		expect((await on.permission()).permission).toEqual({ status: 'permanent' });
		expect(rejectionOf(await on.send(asked))).toMatchObject({ code: 138017 });
		await on.ana.setCallPermission('none');
		expect((await on.permission()).permission).toEqual({ status: 'no_permission' });
	});

	it('is taken back with a rejection', async () => {
		const on = await line();
		await on.ana.setCallPermission('temporary');
		const messageId = await ask(on);
		await on.ana.send({ type: 'call_permission_reply', messageId, response: 'reject' });
		expect((await on.permission()).permission).toEqual({ status: 'no_permission' });
	});

	it('comes with a missed call where callbacks are enabled', async () => {
		const on = await line();
		await on.set({ callback_permission_status: 'ENABLED' });
		const { id } = await on.ana.call();
		await on.control.advance(50 * SECOND);
		expect((await on.permission()).permission.status).toBe('temporary');
		expect(on.receiver.messages()).toMatchObject([
			{
				context: { id },
				interactive: {
					call_permission_reply: {
						response: 'accept',
						is_permanent: false,
						response_source: 'automatic',
					},
				},
			},
		]);
	});

	it('can be read 5 times a second (613, HTTP 429)', async () => {
		const on = await line();
		await on.control.behavior({ clock: 'stopped' });
		for (let i = 0; i < 5; i++) await on.permission();
		const refused = await on.graph.get(`${on.number}/call_permissions?user_wa_id=${ANA}`);
		expect(rejectionOf(refused)).toMatchObject({ status: 429, code: 613 });
		await on.control.advance(SECOND + 1);
		expect((await on.permission()).permission).toBeDefined();
	});
});

it('needs the permission for messaging', async () => {
	const on = await line();
	const { token } = await on.control.addToken({ scopes: ['whatsapp_business_management'] });
	const graph = client(on.sandbox, token);
	const body = { ...product, call_id: 'x', action: 'reject' };
	expect((await graph.post(`${on.number}/calls`, body)).status).toBe(403);
});

it.each(rejectedCallRequests.map((rule) => [rule.what, rule] as const))(
	'rejects %s',
	async (_what, { method, path, body, code, text }) => {
		const on = await line();
		const { id: missed } = await on.control.customer('447700900202').call();
		await on.control.advance(50 * SECOND);
		const { id: call } = await on.ana.call();
		const names = { number: on.sandbox.seed.phoneNumberId, call, missed };
		const refused = await on.graph.request({
			method,
			url: filled(path, names),
			data: body === undefined ? undefined : filled(body, names),
		});
		expect(rejectionOf(refused)).toMatchObject({ status: 400, code });
		expect(rejectionOf(refused).text).toMatch(text);
	},
);

/** Milliseconds until the next noon in UTC. */
function untilNoon(now: number): number {
	const noon = Math.floor(now / DAY) * DAY + DAY / 2;
	return noon > now ? noon - now : noon + DAY - now;
}
