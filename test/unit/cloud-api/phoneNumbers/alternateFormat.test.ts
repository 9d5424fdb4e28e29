import { alternateFormat } from '../../../../cloud-api/phoneNumbers';

it.each([
	['+5511987654321', '+551187654321'],
	['+551167654321', '+5511967654321'],
	['+5215512345678', '+525512345678'],
	['+525512345678', '+5215512345678'],
	['+5491112345678', '+541112345678'],
	['+541112345678', '+5491112345678'],
])('%s is also %s', (number, other) => {
	expect(alternateFormat(number)).toBe(other);
});

it.each([
	['a landline in Brazil', '+551133334444'],
	['a landline in Brazil up to 5', '+551155554444'],
	['a number of another country', '+491701234567'],
	['digits without +', '5511987654321'],
])('%s has one format: %s', (_, number) => {
	expect(alternateFormat(number)).toBeUndefined();
});
