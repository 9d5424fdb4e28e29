import type { WhatsAppEvent } from '../../../../../cloud-api/webhooks/event';
import { mayAnswer } from '../../../../../nodes/WhatsAppCloud/waiting/person';
import type { Question } from '../../../../../nodes/WhatsAppCloud/waiting/question';

const QUESTION: Question = {
	nonce: 'abcdef',
	askedBy: 'buttons',
	askedAt: '2026-11-28T22:00:00.000Z',
	decides: 'approval',
	choices: [],
	text: 'May I?',
	phoneNumberId: '1',
	messageId: 'wamid.question',
	recipient: '+15550100201',
	others: [],
	startWorkflow: false,
};
const USER = 'US.1000000000000000201';

it.each<[string, Partial<Question>, Partial<WhatsAppEvent>, boolean]>([
	['the recipient', {}, { from: '15550100201' }, true],
	['another number', {}, { from: '15550100202' }, false],
	['the number WhatsApp returned', { waId: '15550100999' }, { from: '15550100999' }, true],
	[
		'the alternate format of a Brazilian number',
		{ recipient: '+5511987654321' },
		{ from: '551187654321' },
		true,
	],
	['the recipient by user ID', { recipient: USER }, { userId: USER }, true],
	['another user ID', { recipient: USER }, { userId: `${USER}9` }, false],
	[
		'a number that belongs to another person now',
		{ userId: USER },
		{ from: '15550100201', userId: 'US.999' },
		false,
	],
	[
		'a person who is named in another way, with a reply to the question',
		{},
		{ userId: USER, replyToMessageId: 'wamid.question' },
		true,
	],
	[
		'a person who is named in another way, with a reply to something else',
		{},
		{ userId: USER, replyToMessageId: 'wamid.other' },
		false,
	],
	['nobody', {}, {}, false],
	['one of the others', { others: ['15550100300'] }, { from: '15550100300' }, true],
	['one of the others by user ID', { others: [USER] }, { userId: USER, from: '1' }, true],
	[
		'a member of the group',
		{ recipient: 'Y2FwaV9ncm91cDo5ODc2' },
		{ from: '15550100300', groupId: 'Y2FwaV9ncm91cDo5ODc2' },
		true,
	],
	['a member of another group', {}, { from: '15550100201', groupId: 'other' }, false],
])('%s', (_, question, event, expected) => {
	expect(mayAnswer(event as WhatsAppEvent, { ...QUESTION, ...question })).toBe(expected);
});
