/**
 * The alternate format under which the same WhatsApp user may be known (Meta: Messages API, practice of
 * the field): Brazilian mobiles with and without the ninth digit, Mexican ones with and without 1,
 * Argentine ones with and without 9. `undefined` for every other number.
 *
 * @param number `+` and digits
 */
export function alternateFormat(number: string): string | undefined {
	for (const [pattern, replacement] of WRITINGS) {
		if (pattern.test(number)) return number.replace(pattern, replacement);
	}
	return undefined;
}

const WRITINGS: ReadonlyArray<readonly [RegExp, string]> = [
	[/^\+55(\d\d)9(\d{8})$/, '+55$1$2'],
	[/^\+55(\d\d)([6-9]\d{7})$/, '+55$19$2'],
	[/^\+521(\d{10})$/, '+52$1'],
	[/^\+52(\d{10})$/, '+521$1'],
	[/^\+549(\d{10})$/, '+54$1'],
	[/^\+54(\d{10})$/, '+549$1'],
];
