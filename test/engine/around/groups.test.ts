import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, png, run } from '../accounts/support';
import { jpeg } from './support';

const stage = withSandbox();
const seed = () => stage.sandbox.seed;
const ana = () => stage.control.customer(seed().customers[0].waId);
const ben = () => stage.control.customer(seed().customers[1].waId);

beforeEach(async () => {
	await stage.control.changeNumber(seed().phoneNumberId, { official: true });
});

/** Creates a group, and returns its ID once Meta has created it. */
async function create(options: INodeParameters = {}): Promise<string> {
	const [{ requestId }] = await output(stage, 'group', 'create', {
		subject: 'Wine tasting',
		options,
	});
	expect(requestId).toEqual(expect.any(String));
	await stage.control.advance(60_000);
	const groups = await output(stage, 'group', 'getAll', { returnAll: true });
	return String(groups.find(({ subject }) => subject === 'Wine tasting')?.groupId);
}

const get = async (groupId: string): Promise<IDataObject> =>
	(await output(stage, 'group', 'get', { groupId }))[0];

/** The message and the advice of an operation that fails. */
async function failure(operation: string, parameters: INodeParameters): Promise<string> {
	const { error } = await run(stage, 'group', operation, parameters);
	return `${error?.message} | ${error?.description}`;
}

it('creates a group, and returns its settings', async () => {
	const groupId = await create({
		description: 'Directions and news',
		joinApprovalMode: 'approval_required',
	});
	expect(await get(groupId)).toMatchObject({
		groupId,
		subject: 'Wine tasting',
		description: 'Directions and news',
		joinApprovalMode: 'approval_required',
		suspended: false,
		createdAt: expect.stringMatching(/^\d{4}-/),
	});
});

it('lists all groups page by page', async () => {
	for (let index = 0; index < 3; index++) {
		await stage.control.addGroup({ subject: `Group ${index}`, participants: [] });
	}
	expect(await output(stage, 'group', 'getAll', { limit: 2 })).toHaveLength(2);
	const all = await output(stage, 'group', 'getAll', { returnAll: true });
	const subjects = all.map(({ subject }) => subject);
	expect(subjects).toEqual(expect.arrayContaining(['Group 0', 'Group 1', 'Group 2']));
	expect(new Set(all.map(({ groupId }) => groupId)).size).toBe(all.length);
});

it('changes subject, description, and photo', async () => {
	const groupId = await create();
	await output(
		stage,
		'group',
		'update',
		{ groupId, changes: { subject: 'Tasting on Saturday', description: 'New day', photo: 'data' } },
		{ data: jpeg(192, 192) },
	);
	await stage.control.advance(60_000);
	expect(await get(groupId)).toMatchObject({
		subject: 'Tasting on Saturday',
		description: 'New day',
	});
});

it('returns the invite link and replaces it', async () => {
	const groupId = await create();
	const [{ inviteLink }] = await output(stage, 'group', 'getInviteLink', { groupId });
	expect(inviteLink).toMatch(/^https:\/\//);
	const [reset] = await output(stage, 'group', 'resetInviteLink', { groupId });
	expect(reset.inviteLink).not.toBe(inviteLink);
	expect(await output(stage, 'group', 'getInviteLink', { groupId })).toEqual([reset]);
});

it('approves and rejects join requests, one result for each', async () => {
	const groupId = await create({ joinApprovalMode: 'approval_required' });
	await ana().joinGroup(groupId);
	await ben().joinGroup(groupId);
	const requests = await output(stage, 'group', 'getJoinRequests', { groupId, returnAll: true });
	expect(requests).toMatchObject([
		{ waId: seed().customers[0].waId },
		{ waId: seed().customers[1].waId },
	]);
	const [first, second] = requests.map(({ joinRequestId }) => String(joinRequestId));
	expect(
		await output(stage, 'group', 'approveJoinRequests', {
			groupId,
			joinRequestIds: `${first}, MTY0NjcwNDM1OTU6bm90aGluZw`,
		}),
	).toMatchObject([
		{ approved: true, joinRequestId: first },
		{ approved: false, reason: expect.stringMatching(/no longer exists/), code: 131213 },
	]);
	expect(
		await output(stage, 'group', 'rejectJoinRequests', { groupId, joinRequestIds: second }),
	).toEqual([{ rejected: true, joinRequestId: second }]);
	await stage.control.advance(60_000);
	expect((await get(groupId)).participants).toMatchObject([{ waId: seed().customers[0].waId }]);
});

it('removes a participant by phone number in any format', async () => {
	const groupId = await create();
	await ana().joinGroup(groupId);
	await output(stage, 'group', 'removeParticipants', {
		groupId,
		participants: `+${seed().customers[0].waId}`,
	});
	await stage.control.advance(60_000);
	expect((await get(groupId)).participants).toEqual([]);
});

it('explains that somebody is not in the group', async () => {
	const groupId = await create();
	const participants = `+${seed().customers[1].waId}`;
	expect(await failure('removeParticipants', { groupId, participants })).toMatch(
		/not in the group/,
	);
});

it('deletes a group', async () => {
	const groupId = await create();
	expect(await output(stage, 'group', 'delete', { groupId })).toEqual([{ deleted: true }]);
	await stage.control.advance(60_000);
	expect(await output(stage, 'group', 'getAll', { returnAll: true })).toEqual([]);
});

it('sends to a group what WhatsApp allows there, and refuses the rest before it is sent', async () => {
	const groupId = await create();
	await ana().joinGroup(groupId);
	expect(
		await output(stage, 'message', 'sendText', { recipient: groupId, text: 'Welcome' }),
	).toMatchObject([{ messageStatus: 'accepted' }]);
	const { error } = await run(stage, 'message', 'sendLocationRequest', {
		recipient: groupId,
		body: 'Where are you?',
	});
	expect(error?.message).toMatch(/does not allow messages of the type "interactive" in groups/);
});

it('explains that groups require an Official Business Account', async () => {
	await stage.control.changeNumber(seed().phoneNumberId, { official: false });
	expect(await failure('create', { subject: 'Wine tasting' })).toMatch(
		/cannot use groups.*Official Business Account/,
	);
});

it.each<[string, string, INodeParameters, RegExp]>([
	['an empty subject', 'create', { subject: ' ' }, /subject.*Subject/i],
	['a subject of 129 characters', 'create', { subject: 'x'.repeat(129) }, /129.*128.*Subject/],
	[
		'a description of 2,049 characters',
		'create',
		{ subject: 'x', options: { description: 'x'.repeat(2049) } },
		/2,049.*2,048.*Description/,
	],
	[
		'a phone number as the group',
		'get',
		{ groupId: '+1 650 555 1234' },
		/not a group ID.*Group ID/,
	],
	['a path as the group', 'get', { groupId: '../me' }, /not a group ID/],
	['no change', 'update', { groupId: GROUP(), changes: {} }, /No change is added.*Changes/],
	[
		'nobody to remove',
		'removeParticipants',
		{ groupId: GROUP(), participants: ', ' },
		/No participant is entered.*Participants/,
	],
	[
		'somebody twice',
		'removeParticipants',
		{ groupId: GROUP(), participants: '+1 650 555 1234, 16505551234' },
		/listed twice.*Participants/,
	],
	[
		'a name in place of a number',
		'removeParticipants',
		{ groupId: GROUP(), participants: 'Ana' },
		/"Ana".*Participants/,
	],
	[
		'no join request',
		'approveJoinRequests',
		{ groupId: GROUP(), joinRequestIds: ' ' },
		/No join request ID is entered.*Join Request IDs/,
	],
])('rejects %s before anything is sent', async (_, operation, parameters, words) => {
	expect(await failure(operation, parameters)).toMatch(words);
	expect(await stage.control.requests()).toHaveLength(0);
});

function GROUP(): string {
	return 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';
}

it.each([
	['a PNG', png(640, 640), /not a JPEG/],
	['a photo that is not square', jpeg(640, 480), /640 × 480.*square/],
	['a small photo', jpeg(191, 191), /191 × 191/],
])('rejects %s before anything is sent', async (_, data, words) => {
	const parameters = { groupId: GROUP(), changes: { photo: 'data' } };
	const { error } = await run(stage, 'group', 'update', parameters, { data });
	expect(error?.message).toMatch(words);
	expect(await stage.control.requests()).toHaveLength(0);
});
