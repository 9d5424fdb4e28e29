import type { IWebhookFunctions } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import { passes, readFilters } from '../../../../nodes/WhatsAppCloudTrigger/filters/filters';

const NOW = Date.parse('2026-01-01T12:00:00Z');

/** What the form holds under Filters. */
interface Form {
	phoneNumberIds?: string;
	senders?: string;
	messageTypes?: string[];
	statuses?: string[];
	groups?: 'include' | 'exclude' | 'only';
	maxAgeMinutes?: number;
	text?: { conditions: object[] };
}

function isLet(form: Form, event: Partial<WhatsAppEvent>): boolean {
	const context = {
		getNodeParameter: (name: string, fallback: unknown) => {
			const path = name.split('.').slice(1);
			return (
				path.reduce((value: unknown, key) => (value as Form)?.[key as keyof Form], form) ?? fallback
			);
		},
	} as unknown as IWebhookFunctions;
	const whole = { event: 'message', field: 'messages', text: '', raw: {}, ...event };
	return passes(whole, readFilters(context), NOW);
}

const text: Partial<WhatsAppEvent> = {
	type: 'text',
	text: 'Hello',
	from: '15550100201',
	userId: 'US.1000000000000000201',
	username: 'Ana.Lima',
	phoneNumberId: '106540352242922',
	displayPhoneNumber: '15550783881',
	timestamp: '2026-01-01T11:50:00Z',
};
const inGroup = { ...text, groupId: 'G1' };
const status: Partial<WhatsAppEvent> = {
	event: 'status',
	status: 'read',
	to: '15550100201',
	phoneNumberId: '106540352242922',
	timestamp: '2026-01-01T11:50:00Z',
};
const update: Partial<WhatsAppEvent> = { event: 'account_update', field: 'account_update' };

it.each<[string, Form, Partial<WhatsAppEvent>, boolean]>([
	['no filter', {}, text, true],

	['phone numbers: its own', { phoneNumberIds: '1, 106540352242922' }, text, true],
	['phone numbers: another', { phoneNumberIds: '1' }, text, false],
	['phone numbers: an event of no number', { phoneNumberIds: '1' }, update, true],

	['phone numbers: as people write it', { phoneNumberIds: '+1 (555) 078-3881' }, text, true],
	['phone numbers: another as people write it', { phoneNumberIds: '+49 170 1234567' }, text, false],

	['age: young enough', { maxAgeMinutes: 11 }, text, true],
	['age: too old', { maxAgeMinutes: 9 }, text, false],
	['age: any', { maxAgeMinutes: 0 }, text, true],
	['age: of no time', { maxAgeMinutes: 9 }, update, true],

	['statuses: wanted', { statuses: ['read', 'failed'] }, status, true],
	['statuses: others', { statuses: ['failed'] }, status, false],
	['statuses: a message', { statuses: ['failed'] }, text, true],

	['groups: also', { groups: 'include' }, inGroup, true],
	['groups: without them', { groups: 'exclude' }, inGroup, false],
	['groups: without them, a chat', { groups: 'exclude' }, text, true],
	['groups: only', { groups: 'only' }, inGroup, true],
	['groups: only, a chat', { groups: 'only' }, text, false],
	['groups: only, a status', { groups: 'only' }, status, true],

	['people: by number, however written', { senders: '+1 (555) 010-0201' }, text, true],
	['people: by user ID', { senders: 'us.1000000000000000201' }, text, true],
	['people: by username', { senders: '@ana.lima' }, text, true],
	['people: one of several', { senders: '+49 170 1234567;ben\n15550100201' }, text, true],
	['people: others', { senders: '15550100202' }, text, false],
	['people: the recipient of a status', { senders: '15550100201' }, status, true],
	['people: another recipient', { senders: '15550100202' }, status, false],
	['people: an event of nobody', { senders: '15550100202' }, update, true],

	['kinds: wanted', { messageTypes: ['image', 'text'] }, text, true],
	['kinds: others', { messageTypes: ['image'] }, text, false],
	['kinds: a status', { messageTypes: ['image'] }, status, true],
	[
		'kinds: a tap on a template’s button',
		{ messageTypes: ['button_reply'] },
		{ ...text, type: 'button' },
		true,
	],
	[
		'kinds: a tap on a reply button',
		{ messageTypes: ['button_reply'] },
		{ ...text, type: 'interactive', interactiveType: 'button_reply' },
		true,
	],
	[
		'kinds: a row of a list',
		{ messageTypes: ['button_reply'] },
		{ ...text, type: 'interactive', interactiveType: 'list_reply' },
		false,
	],
	[
		'kinds: something interactive of the future',
		{ messageTypes: ['interactive'] },
		{ ...text, type: 'interactive' },
		true,
	],

	['text: a status', { text: { conditions: [{ value: 'x' }] } }, status, true],
	[
		'text: one of two conditions holds',
		{ text: { conditions: [{ value: 'x' }, { value: 'hello' }] } },
		text,
		true,
	],
	['text: no condition holds', { text: { conditions: [{ value: 'x' }] } }, text, false],
])('%s', (_, form, event, outcome) => {
	expect(isLet(form, event)).toBe(outcome);
});

describe('a condition on the text', () => {
	const holds = (condition: object, said: string, more: Partial<WhatsAppEvent> = {}) =>
		isLet({ text: { conditions: [condition] } }, { ...text, text: said, ...more });

	it.each([
		['equals', 'Stop', ' stop ', true],
		['equals', 'stop', 'stop it', false],
		['contains', 'stop', 'please STOP it', true],
		['contains', 'stop', 'go on', false],
		['startsWith', 'stop', ' Stop it', true],
		['startsWith', 'stop', 'please stop', false],
		['regex', '^stop$', 'STOP', true],
		['regex', '^stop$', 'stop it', false],
	])('%s "%s" and "%s": %s', (operation, value, said, outcome) => {
		expect(holds({ operation, value }, said)).toBe(outcome);
	});

	it.each(['equals', 'contains', 'startsWith', 'regex'])(
		'%s distinguishes upper and lower case when wanted',
		(operation) => {
			expect(holds({ operation, value: 'Stop', caseSensitive: true }, 'Stop')).toBe(true);
			expect(holds({ operation, value: 'Stop', caseSensitive: true }, 'stop')).toBe(false);
		},
	);

	it('may be about the button', () => {
		const condition = { field: 'buttonId', value: 'yes' };
		expect(holds(condition, 'Yes, please', { buttonId: 'yes' })).toBe(true);
		expect(holds(condition, 'yes', { buttonId: 'no' })).toBe(false);
		expect(holds(condition, 'yes')).toBe(false);
	});
});

describe('the filter Senders', () => {
	const from = (number: string): Partial<WhatsAppEvent> => ({ type: 'text', from: number });

	it.each([
		['0049 151 23456789', '4915123456789'],
		['+49 (0) 151 23456789', '4915123456789'],
		['https://wa.me/4915123456789', '4915123456789'],
		['wa.me/4915123456789?text=Hi', '4915123456789'],
		['4915123456789@c.us', '4915123456789'],
		['tel:+49-151-23456789', '4915123456789'],
		['\u202a+49 151 23456789\u202c', '4915123456789'],
		['\ufeff+49 151 2345 6789', '4915123456789'],
		['+55 11 98765-4321', '5511987654321'],
		['+55 11 98765-4321', '551187654321'],
		['+55 11 8765-4321', '5511987654321'],
		['+52 1 55 1234 5678', '525512345678'],
		['+١٥٥٥٠١٠٠٢٠١', '15550100201'],
	])('%s lets %s through', (senders, number) => {
		expect(isLet({ senders }, from(number))).toBe(true);
		expect(isLet({ senders }, from('447700900202'))).toBe(false);
	});

	it.each(['0151 23456789', '+49 170 1234567 / 89', '9.19E+11', '12', '192.168.100.200'])(
		'%s is explained',
		(senders) => {
			expect(() => isLet({ senders }, text)).toThrow(/^Filters → Senders: /);
		},
	);

	it('knows user IDs and usernames in any case', () => {
		expect(isLet({ senders: 'us.1000000000000000201' }, text)).toBe(true);
		expect(isLet({ senders: '@ANA.lima' }, text)).toBe(true);
		expect(isLet({ senders: 'ben.okafor' }, text)).toBe(false);
	});
});

it.each(['my number', 'WABA-1'])('Phone Number IDs %s is explained', (phoneNumberIds) => {
	expect(() => isLet({ phoneNumberIds }, text)).toThrow(/^Filters → Phone Number IDs: /);
});

it.each([
	['equals', 'οδος', 'ΟΔΟΣ'],
	['contains', 'οδος', 'ΟΔΟΣΑ'],
	['startsWith', 'Σας', 'σασ 1'],
	['regex', '^οδος$', 'ΟΔΟΣ'],
	['regex', '^σ+$', 'ςΣσ'],
	['regex', '^straße$', 'STRAßE'],
	['regex', '^\\ud83d\\ude00+$', '😀😀'],
	['regex', '^[😀-😎]$', '😃'],
	['regex', '^.$', '😀'],
])('%s %s fits %s', (operation, value, written) => {
	const conditions = [{ field: 'text', operation, value }];
	expect(isLet({ text: { conditions } }, { ...text, text: written })).toBe(true);
});
