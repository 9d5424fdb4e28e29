import { contactBook } from '../../../../cloud-api/webhooks/people';

const ana = { wa_id: '16505550001', user_id: 'US.1', profile: { name: 'Ana' } };
const ben = { wa_id: '16505550002', profile: { name: 'Ben' } };
const cho = { wa_id: '5511987654321', user_id: 'BR.3', profile: { name: 'Cho' } };
const book = contactBook({ contacts: [ana, ben, cho] });

it('finds the contact of a person by user ID or phone number', () => {
	expect(book(undefined, 'US.1')).toBe(ana);
	expect(book('16505550001')).toBe(ana);
	expect(book('16505550009', 'US.1')).toBe(ana);
	expect(book('16505550002', 'US.2')).toBe(ben);
	expect(book('551187654321')).toBe(cho);
	expect(book('16505550009', 'US.9')).toBeUndefined();
	expect(book()).toBeUndefined();
});

it('is not the contact of another user with the same phone number', () => {
	expect(book('16505550001', 'US.9')).toBeUndefined();
	expect(book('551187654321', 'BR.9')).toBeUndefined();
});

it('takes the only contact of a change for the only person', () => {
	const other = { wa_id: '5511987654321', profile: { name: 'Cho' } };
	const messages = [{ from: '999', id: 'wamid.1' }];
	expect(contactBook({ contacts: [other], messages })('999')).toBe(other);
	const two = [...messages, { from: '998', id: 'wamid.2' }];
	expect(contactBook({ contacts: [other], messages: two })('999')).toBeUndefined();
	expect(contactBook({ contacts: [other], messages, history: [] })('999')).toBeUndefined();
	expect(contactBook({ messages })('999')).toBeUndefined();
});
