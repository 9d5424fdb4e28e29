import type { AxiosResponse } from 'axios';
import { bench, client, closeAll, Receiver, rejectionOf, subscribe } from './support';
import { rejectedGroupRequests } from './rules/groups';
import { filled } from './rules/requests';

afterEach(closeAll);

const [ANA, BEN, CHITRA] = ['15550100201', '447700900202', '919999900203'];
const FIELDS =
	'messages,group_lifecycle_update,group_participants_update,group_settings_update,group_status_update';
const product = { messaging_product: 'whatsapp' };

type Change = Record<string, unknown>;

/** An Official Business Account whose app listens. */
async function club() {
	const on = await bench({ behavior: { limits: { pair: false } } });
	const { control, seed } = on.sandbox;
	await control.changeNumber(seed.phoneNumberId, { official: true });
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), FIELDS);
	const groups = `/${seed.phoneNumberId}/groups`;
	return {
		...on,
		control,
		groups,
		/** The changes of a field that have come. */
		async changes(field: string): Promise<Change[]> {
			await control.advance(1000);
			return receiver.values(field).flatMap((value) => value.groups as Change[]);
		},
		async create(body: object = {}): Promise<{ id: string; link: string }> {
			await on.graph.post(groups, { ...product, subject: 'Bread lovers', ...body });
			await control.advance(1000);
			const all = await control.groups();
			const { id, inviteLink: link } = all[all.length - 1];
			return { id, link };
		},
		async remove(id: string, path: string, body: object): Promise<AxiosResponse> {
			return await on.graph.delete(`/${id}${path}`, { data: { ...product, ...body } });
		},
	};
}

describe('a group', () => {
	it('is created with a request ID; its ID and link come by webhook', async () => {
		const on = await club();
		const body = { subject: ' Bread lovers ', description: 'News of the oven' };
		const answer = await on.graph.post(on.groups, { ...product, ...body });
		expect(answer.data).toEqual({ ...product, request_id: expect.any(String) });
		expect(await on.changes('group_lifecycle_update')).toEqual([
			{
				timestamp: expect.stringMatching(/^\d{10}$/),
				group_id: expect.any(String),
				type: 'group_create',
				request_id: answer.data.request_id,
				subject: 'Bread lovers',
				description: 'News of the oven',
				invite_link: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\//),
				join_approval_mode: 'auto_approve',
			},
		]);
	});

	it('is read with the fields that were asked for, and listed under data.groups', async () => {
		const on = await club();
		const { id } = await on.create({ join_approval_mode: 'approval_required' });
		expect((await on.graph.get(`/${id}`)).data).toEqual({ ...product, id });
		const fields =
			'subject,description,participants,join_approval_mode,suspended,creation_timestamp,total_participant_count';
		expect((await on.graph.get(`/${id}`, { params: { fields } })).data).toEqual({
			...product,
			id,
			subject: 'Bread lovers',
			participants: [],
			join_approval_mode: 'approval_required',
			suspended: false,
			creation_timestamp: expect.any(Number),
			total_participant_count: 0,
		});
		const listed = (await on.graph.get(on.groups)).data;
		expect(listed.data).toEqual({
			groups: [{ id, subject: 'Bread lovers', created_at: expect.stringMatching(/^\d{10}$/) }],
		});
		expect(listed.paging.cursors).toBeDefined();
	});

	it('changes its subject and description', async () => {
		const on = await club();
		const { id } = await on.create();
		const { data } = await on.graph.post(`/${id}`, {
			...product,
			subject: 'Cake',
			description: '',
		});
		expect(await on.changes('group_settings_update')).toMatchObject([
			{
				type: 'group_settings_update',
				request_id: data.request_id,
				group_subject: { text: 'Cake', update_successful: true },
				group_description: { text: '', update_successful: true },
			},
		]);
		expect(await on.control.groups()).toMatchObject([{ subject: 'Cake', description: '' }]);
	});

	it('takes a square JPEG of at least 192 pixels as its picture', async () => {
		const on = await club();
		const { id } = await on.create();
		const post = async (width: number, height: number, type = 'image/jpeg') => {
			const form = new FormData();
			form.set('messaging_product', 'whatsapp');
			form.set('file', new Blob([new Uint8Array(jpegOf(width, height))], { type }), 'a.jpg');
			return await on.graph.post(`/${id}`, form);
		};
		expect((await post(192, 192)).status).toBe(200);
		expect(rejectionOf(await post(400, 300))).toMatchObject({ status: 400, code: 131209 });
		expect(rejectionOf(await post(191, 191))).toMatchObject({ code: 131210 });
		expect(rejectionOf(await post(192, 192, 'image/png'))).toMatchObject({ code: 100 });
		expect(await on.changes('group_settings_update')).toMatchObject([
			{ profile_picture: { mime_type: 'image/jpeg' } },
		]);
	});

	it('is deleted, and unknown afterwards', async () => {
		const on = await club();
		const { id } = await on.create();
		expect((await on.graph.delete(`/${id}`)).data).toEqual({ success: true });
		expect(rejectionOf(await on.graph.get(`/${id}`))).toMatchObject({ code: 131041 });
		expect((await on.changes('group_lifecycle_update'))[1]).toMatchObject({
			type: 'group_delete',
			group_id: id,
		});
	});
});

describe('customers', () => {
	it('join by the link until it is reset', async () => {
		const on = await club();
		const { id, link } = await on.create();
		expect(await on.control.customer(ANA).joinGroup(link)).toEqual({ outcome: 'joined' });
		expect(await on.changes('group_participants_update')).toMatchObject([
			{
				type: 'group_participants_add',
				reason: 'invite_link',
				added_participants: [{ wa_id: ANA, user_id: 'US.1000000000000000201' }],
			},
		]);
		expect((await on.graph.get(`/${id}/invite_link`)).data.invite_link).toBe(link);
		const reset = (await on.graph.post(`/${id}/invite_link`, product)).data.invite_link;
		expect(reset).not.toBe(link);
		await expect(on.control.customer(BEN).joinGroup(link)).rejects.toThrow(/reset/);
		expect(await on.control.customer(BEN).joinGroup(reset)).toEqual({ outcome: 'joined' });
		await expect(on.control.customer(BEN).joinGroup(reset)).rejects.toThrow(/already/);
	});

	it('ask to join where approval is required, and are approved, rejected, or withdraw', async () => {
		const on = await club();
		const { id, link } = await on.create({ join_approval_mode: 'approval_required' });
		for (const name of [ANA, BEN, CHITRA]) {
			expect(await on.control.customer(name).joinGroup(link)).toEqual({ outcome: 'requested' });
		}
		await expect(on.control.customer(ANA).joinGroup(link)).rejects.toThrow(/already/);
		const { data } = (await on.graph.get(`/${id}/join_requests`)).data;
		expect(data).toMatchObject([
			{ wa_id: ANA, creation_timestamp: expect.any(Number) },
			{ wa_id: BEN },
			{ wa_id: CHITRA },
		]);
		const ids = (data as Change[]).map(({ join_request_id: request }) => request as string);
		const approved = await on.graph.post(`/${id}/join_requests`, {
			...product,
			join_requests: [ids[0]],
		});
		expect(approved.data).toEqual({ ...product, approved_join_requests: [ids[0]] });
		const rejected = await on.remove(id, '/join_requests', { join_requests: [ids[1]] });
		expect(rejected.data).toEqual({ ...product, rejected_join_requests: [ids[1]] });
		await on.control.customer(CHITRA).leaveGroup(id);
		const types = (await on.changes('group_participants_update')).map(({ type }) => type);
		expect(types).toEqual([
			'group_join_request_created',
			'group_join_request_created',
			'group_join_request_created',
			'group_participants_add',
			'group_join_request_revoked',
		]);
		expect(await on.control.groups()).toMatchObject([{ participants: [ANA], joinRequests: [] }]);
		expect((await on.graph.get(`/${id}/join_requests`)).data).toEqual({ data: [] });
	});

	it('are approved in part with HTTP 206: unknown requests, and a full group', async () => {
		const on = await club();
		const { id, link } = await on.create({ join_approval_mode: 'approval_required' });
		for (let i = 0; i < 9; i++) {
			await on.control.addCustomer({ waId: `1555010040${i}` });
			await on.control.customer(`1555010040${i}`).joinGroup(link);
		}
		const { data } = (await on.graph.get(`/${id}/join_requests`)).data;
		const ids = (data as Change[]).map(({ join_request_id: request }) => request);
		const answer = await on.graph.post(`/${id}/join_requests`, {
			...product,
			join_requests: ['nobody', ...ids],
		});
		expect(answer.status).toBe(206);
		expect(answer.data.approved_join_requests).toEqual(ids.slice(0, 8));
		expect(answer.data.failed_join_requests).toMatchObject([
			{ join_request_id: 'nobody', errors: [{ code: 131213 }] },
			{ join_request_id: ids[8], errors: [{ code: 131204 }] },
		]);
		expect(answer.data.errors).toMatchObject([{ code: 131201 }]);
	});

	it('find a full group closed', async () => {
		const on = await club();
		const { id, link } = await on.create();
		for (let i = 0; i < 8; i++) {
			await on.control.addCustomer({ waId: `1555010040${i}` });
			await on.control.customer(`1555010040${i}`).joinGroup(link);
		}
		await expect(on.control.customer(ANA).joinGroup(id)).rejects.toThrow(/full/);
	});

	it('are removed, by number and by BSUID, and cannot join again', async () => {
		const on = await club();
		const { id, link } = await on.create();
		for (const name of [ANA, BEN]) await on.control.customer(name).joinGroup(link);
		const answer = await on.remove(id, '/participants', {
			participants: [
				{ user: `+${ANA}` },
				{ user_id: 'GB.1000000000000000202' },
				{ user: `+${CHITRA}` },
			],
		});
		expect(answer.data).toEqual({ ...product, request_id: expect.any(String) });
		const changes = await on.changes('group_participants_update');
		expect(changes[2]).toMatchObject({
			type: 'group_participants_remove',
			request_id: answer.data.request_id,
			initiated_by: 'business',
			removed_participants: [{ input: `+${ANA}`, wa_id: ANA }, { wa_id: BEN }],
			failed_participants: [{ input: `+${CHITRA}`, errors: [{ code: 131212 }] }],
			errors: [{ code: 131201 }],
		});
		await expect(on.control.customer(ANA).joinGroup(link)).rejects.toThrow(/removed/);
	});

	it('leave', async () => {
		const on = await club();
		const { id, link } = await on.create();
		await on.control.customer(ANA).joinGroup(link);
		await on.control.customer(ANA).leaveGroup(id);
		expect((await on.changes('group_participants_update'))[1]).toMatchObject({
			type: 'group_participants_remove',
			initiated_by: 'participant',
			removed_participants: [{ wa_id: ANA }],
		});
		await expect(on.control.customer(ANA).leaveGroup(id)).rejects.toThrow(/not in the group/);
	});

	it('write in the group, if they are in it', async () => {
		const on = await club();
		const { id, link } = await on.create();
		await on.control.customer(ANA).joinGroup(link);
		await on.control.customer(ANA).send({ type: 'text', text: 'Hello all', groupId: id });
		await expect(
			on.control.customer(BEN).send({ type: 'text', text: 'Hi', groupId: id }),
		).rejects.toThrow(/not in the group/);
	});

	it('who hide their number are named by their BSUID', async () => {
		const on = await club();
		const { id, link } = await on.create();
		await on.control.addCustomer({ waId: ANA, hidesPhoneNumber: true });
		await on.control.customer(ANA).joinGroup(link);
		const { data } = await on.graph.get(`/${id}`, { params: { fields: 'participants' } });
		expect(data.participants).toEqual([{ user_id: 'US.1000000000000000201' }]);
	});
});

describe('the business', () => {
	it('writes to a group with participants', async () => {
		const on = await club();
		const { id, link } = await on.create();
		const text = { recipient_type: 'group', to: id, text: { body: 'Fresh bread' } };
		expect(rejectionOf(await on.send(text))).toMatchObject({ code: 131020 });
		await on.control.customer(ANA).joinGroup(link);
		expect((await on.send(text)).data.messages[0].group_id).toBe(id);
	});

	it('invites with a template: the group ID becomes the link', async () => {
		const on = await club();
		const { id, link } = await on.create();
		await on.control.addTemplate({
			name: 'invite',
			category: 'UTILITY',
			components: [
				{ type: 'BODY', text: 'Join us with {{1}} today.' },
				{
					type: 'BUTTONS',
					buttons: [{ type: 'URL', text: 'Join', url: 'https://chat.whatsapp.com/{{1}}' }],
				},
			],
		});
		const invite = async (group: string) => {
			const parameters = [{ type: 'group_id', group_id: group }];
			const button = { type: 'button', sub_type: 'url', index: '0', parameters };
			return await on.send({
				type: 'template',
				template: {
					name: 'invite',
					language: { code: 'en_US' },
					components: [{ type: 'body', parameters }, button],
				},
			});
		};
		const sent = await on.control.message((await invite(id)).data.messages[0].id);
		expect(sent.template).toMatchObject({
			body: `Join us with ${link} today.`,
			buttons: [{ url: link }],
		});
		expect(rejectionOf(await invite('nobody'))).toMatchObject({ code: 131041 });
	});

	it('can neither write to nor change a suspended group (131207, HTTP 403)', async () => {
		const on = await club();
		const { id, link } = await on.create();
		await on.control.customer(ANA).joinGroup(link);
		await on.control.suspendGroup(id);
		const text = { recipient_type: 'group', to: id, text: { body: 'Fresh bread' } };
		expect(rejectionOf(await on.send(text))).toMatchObject({ status: 403, code: 131207 });
		const change = await on.graph.post(`/${id}`, { ...product, subject: 'x' });
		expect(rejectionOf(change)).toMatchObject({ status: 403, code: 131207 });
		await on.control.suspendGroup(id, false);
		expect((await on.send(text)).status).toBe(200);
		const types = (await on.changes('group_status_update')).map(({ type }) => type);
		expect(types).toEqual(['group_suspend', 'group_suspend_cleared']);
	});

	it('needs to be an Official Business Account (131215)', async () => {
		const on = await club();
		const { id } = await on.create();
		await on.control.changeNumber(on.sandbox.seed.phoneNumberId, { official: false });
		for (const answer of [
			await on.graph.post(on.groups, { ...product, subject: 'A' }),
			await on.graph.get(on.groups),
			await on.graph.get(`/${id}`),
			await on.graph.get(`/${id}/invite_link`),
		]) {
			expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 131215 });
		}
	});

	it('can be kept from creating groups (131214)', async () => {
		const on = await club();
		await on.control.changeAccount(on.sandbox.seed.businessAccountId, {
			groupCreationDisabled: true,
		});
		const answer = await on.graph.post(on.groups, { ...product, subject: 'A' });
		expect(rejectionOf(answer)).toMatchObject({ code: 131214 });
	});

	it('needs the permission for messaging, and reaches its own groups only', async () => {
		const on = await club();
		const { id } = await on.create();
		const few = await on.control.addToken({ scopes: ['whatsapp_business_management'] });
		expect(rejectionOf(await client(on.sandbox, few.token).get(on.groups))).toMatchObject({
			status: 403,
		});
		const other = await on.control.addAccount({});
		const { token } = await on.control.addToken({ businessAccountIds: [other.id] });
		expect(rejectionOf(await client(on.sandbox, token).get(`/${id}`))).toMatchObject({
			code: 131041,
		});
	});
});

it.each(rejectedGroupRequests.map((rule) => [rule.what, rule] as const))(
	'rejects %s',
	async (_what, { method, path, body, code, text }) => {
		const on = await club();
		const group = await on.control.addGroup({ participants: [ANA, BEN] });
		await on.control.addGroup({ participants: [CHITRA] });
		const url = filled(path, { number: on.sandbox.seed.phoneNumberId, group: group.id });
		const answer = await on.graph.request({ method, url, data: body });
		expect(rejectionOf(answer)).toMatchObject({ status: 400, code });
		expect(rejectionOf(answer).text).toMatch(text);
	},
);

/** The head of a JPEG of this size. */
function jpegOf(width: number, height: number): Buffer {
	const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	frame.writeUInt16BE(height, 5);
	frame.writeUInt16BE(width, 7);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
		Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
		frame,
		Buffer.alloc(32),
	]);
}
