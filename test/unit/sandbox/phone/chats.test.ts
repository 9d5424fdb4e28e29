import type { CustomerView, StateView } from '../../../../sandbox/control/types';
import { chatIdOf, chatsOf } from '../../../../sandbox/phone/state/chats';
import { message } from './message';

const customer = (waId: string, name: string) => ({ waId, name }) as CustomerView;
const number = (id: string) => ({
	id,
	displayPhoneNumber: id,
	verifiedName: `Shop ${id}`,
	businessAccountId: '300',
});
const state = (changes: Partial<StateView> = {}) =>
	({
		seed: { phoneNumberId: '400' },
		phoneNumbers: [number('400'), number('401')],
		customers: [customer('15550100201', 'Ana'), customer('447700900202', 'Ben')],
		groups: [],
		...changes,
	}) as unknown as StateView;

describe('the list of chats', () => {
	it('has one for every customer with the first phone number, before anyone wrote', () => {
		expect(chatsOf(state(), []).map(({ id }) => id)).toEqual([
			'15550100201@400',
			'447700900202@400',
		]);
	});

	it('has one with another number only once a message was exchanged', () => {
		const chats = chatsOf(state(), [message({ phoneNumberId: '401' })]);
		expect(chats[0]).toMatchObject({ id: '15550100201@401', number: { verifiedName: 'Shop 401' } });
		expect(chats).toHaveLength(3);
	});

	it('has the open chat with another number, so that the customer can write first', () => {
		const chats = chatsOf(state(), [], {}, '15550100201@401');
		expect(chats.map(({ id }) => id)).toContain('15550100201@401');
	});

	it('puts the newest first and the messages in the order of time', () => {
		const later = message({ id: 'b', timestamp: 3_000, customer: '447700900202' });
		const early = message({ id: 'a', timestamp: 2_000, customer: '447700900202' });
		const [first] = chatsOf(state(), [message(), later, early]);
		expect(first.customer.name).toBe('Ben');
		expect(first.messages.map(({ id }) => id)).toEqual(['a', 'b']);
	});

	it('draws reactions on their target, not as messages', () => {
		const [first] = chatsOf(state(), [message({ type: 'reaction', content: { emoji: '👍' } })]);
		expect(first.messages).toEqual([]);
	});

	it('has one chat per group, in which the chosen participant writes', () => {
		const group = {
			id: 'g',
			phoneNumberId: '400',
			subject: 'Us',
			participants: ['15550100201', '447700900202'],
			joinApprovalMode: 'auto_approve' as const,
			inviteLink: 'https://chat.whatsapp.com/x',
			suspended: false,
			joinRequests: [],
		};
		const hello = message({ groupId: 'g', customer: 'g' });
		expect(chatIdOf(hello)).toBe('group:g');
		const find = (speakers?: Record<string, string>) =>
			chatsOf(state({ groups: [group] }), [hello], speakers).find(({ id }) => id === 'group:g');
		expect(find()).toMatchObject({ customer: { name: 'Ana' }, messages: [{ id: 'wamid.1' }] });
		expect(find({ g: '447700900202' })?.customer.name).toBe('Ben');
	});
});
