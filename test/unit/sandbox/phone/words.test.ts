import { summary } from '../../../../sandbox/phone/messages/summary';
import { numberAt, textAt } from '../../../../sandbox/phone/parts/json';
import { amount, money } from '../../../../sandbox/phone/parts/money';
import { fileSize, fileType } from '../../../../sandbox/phone/parts/size';
import { dayName, duration } from '../../../../sandbox/phone/parts/time';
import { message } from './message';

describe('words and numbers on the page', () => {
	it('names days relative to the clock of the sandbox', () => {
		const noon = new Date(2026, 2, 18, 12).getTime();
		const before = (days: number) => new Date(2026, 2, 18 - days, 23, 59).getTime();
		expect(dayName(noon, noon)).toBe('Today');
		expect(dayName(before(1), noon)).toBe('Yesterday');
		expect(dayName(before(3), noon)).toBe('Sunday');
		expect(dayName(before(7), noon)).toBe('11 March 2026');
	});

	it('shows durations in their two largest units', () => {
		expect(duration(59 * 60_000)).toBe('59 min');
		expect(duration(23 * 3_600_000 + 59 * 60_000)).toBe('23 h 59 min');
		expect(duration(50 * 3_600_000)).toBe('2 d 2 h');
		expect(duration(-5)).toBe('0 min');
	});

	it('shows the type and size of a file', () => {
		expect([fileSize(812), fileSize(34_400), fileSize(1_240_000)]).toEqual([
			'812 B',
			'34 kB',
			'1.2 MB',
		]);
		expect(fileType('application/pdf')).toBe('PDF');
		expect(fileType('application/octet-stream', 'table.xlsx')).toBe('XLSX');
		expect(fileType('')).toBe('FILE');
	});

	it('formats money, even in an unknown currency', () => {
		expect(amount({ value: 129900, offset: 100 }, 'INR')).toBe('₹1,299.00');
		expect(money(5, 'not a currency')).toBe('5.00 not a currency');
		expect(amount(undefined, 'USD')).toBe('');
	});

	it('reads any shape without an error', () => {
		expect(textAt({ a: [{ b: 5 }] }, 'a', 0, 'b')).toBe('5');
		expect(textAt('text', 'a', 'b')).toBe('');
		expect(numberAt({ latitude: '37.5' }, 'latitude')).toBe(37.5);
		expect(numberAt({ latitude: 'north' }, 'latitude')).toBeUndefined();
	});

	it.each([
		[{ content: { body: '*Hi* there' } }, 'Hi there'],
		[{ type: 'image', content: { caption: '_A_' } }, '📷 A'],
		[
			{ type: 'interactive', content: { type: 'button_reply', button_reply: { title: 'Yes' } } },
			'Yes',
		],
		[{ type: 'hologram', content: null }, '[hologram]'],
		[{ revoked: true }, '🚫 This message was deleted'],
	])('describes %j in one line', (changes, line) => {
		expect(summary(message(changes))).toBe(line);
	});
});
