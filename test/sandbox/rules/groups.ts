import type { RejectedRequest } from './requests';

const product = { messaging_product: 'whatsapp' };
const group = { ...product, subject: 'Bread lovers' };
const nine = Array.from({ length: 9 }, (_, i) => ({ user: `+1555010030${i}` }));

const create = (what: string, body: object, text: RegExp, code = 100): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{number}/groups',
	body,
	code,
	text,
});
const on = (
	what: string,
	method: RejectedRequest['method'],
	path: string,
	body: object,
	text: RegExp,
	code = 100,
): RejectedRequest => ({ what, method, path: `/{group}${path}`, body, code, text });

/** What the groups API rejects. `{group}` has the participants Ana and Ben. */
export const rejectedGroupRequests: RejectedRequest[] = [
	create('a group without messaging_product', { subject: 'A' }, /messaging_product is required/),
	create('a group without a subject', product, /subject is required/),
	create('a subject of white space', { ...group, subject: '  ' }, /1 to 128 characters/),
	create('a subject of 129 characters', { ...group, subject: 'a'.repeat(129) }, /1 to 128/),
	create(
		'a group description of 2,049 characters',
		{ ...group, description: 'a'.repeat(2049) },
		/at most 2048/,
	),
	create('an unknown approval mode', { ...group, join_approval_mode: 'admin' }, /must be one of/),
	create('a group with participants', { ...group, participants: [] }, /Unexpected key/),
	{
		what: 'more than 1,024 groups at a time',
		method: 'GET',
		path: '/{number}/groups?limit=1025',
		code: 100,
		text: /at most 1024/,
	},
	on('a change of a group without a change', 'POST', '', product, /At least one of/),
	on('an empty subject in a change', 'POST', '', { ...product, subject: '' }, /1 to 128/),
	on('an unknown group setting', 'POST', '', { ...group, icon: 'x' }, /Unexpected key/),
	on('a reset of the link without messaging_product', 'POST', '/invite_link', {}, /required/),
	on('no participants to remove', 'DELETE', '/participants', product, /participants is required/),
	on(
		'an empty list of participants',
		'DELETE',
		'/participants',
		{ ...product, participants: [] },
		/non-empty array/,
	),
	on(
		'nine participants to remove',
		'DELETE',
		'/participants',
		{ ...product, participants: nine },
		/At most 8/,
		131204,
	),
	on(
		'the same participant twice',
		'DELETE',
		'/participants',
		{ ...product, participants: [{ user: '+15550100201' }, { user: '15550100201' }] },
		/Duplicate participants/,
		131202,
	),
	on(
		'a participant by number and BSUID',
		'DELETE',
		'/participants',
		{ ...product, participants: [{ user: '+15550100201', user_id: 'US.1' }] },
		/either a user or a user_id/,
	),
	on(
		'a participant as text',
		'DELETE',
		'/participants',
		{ ...product, participants: ['+15550100201'] },
		/needs a user or a user_id/,
	),
	on(
		'a participant of another group',
		'DELETE',
		'/participants',
		{ ...product, participants: [{ user: '+919999900203' }] },
		/not a part of the group/,
		131212,
	),
	on('no join requests', 'POST', '/join_requests', product, /join_requests is required/),
	on(
		'an empty list of join requests',
		'DELETE',
		'/join_requests',
		{ ...product, join_requests: [] },
		/non-empty array/,
	),
	on(
		'the same join request twice',
		'POST',
		'/join_requests',
		{ ...product, join_requests: ['a', 'a'] },
		/repeat an ID/,
	),
	on(
		'a join request that does not exist',
		'POST',
		'/join_requests',
		{ ...product, join_requests: ['nobody'] },
		/does not exist/,
		131213,
	),
	on(
		'a participant to add',
		'POST',
		'/participants',
		{ ...product, participants: [{ user: '+919999900203' }] },
		/does not exist/,
	),
];
