/**
 * How many digits a number has after its calling code: `calling code : mobile numbers / further numbers
 * that are only plausible when the number is marked as international (landlines of other lengths)`. `z`
 * marks codes whose national numbers may begin with 0, `n` those where they begin with 2 to 9. Our own table of the public numbering plans; a test
 * compares every row with libphonenumber's data, which is too large to ship.
 */
const LENGTHS = `
1n:10 7:10 20:10/8-9 27:9 30:10 31:9,11 32:9/8 33:9 34:9 36:9/8 39z:9-10/6-8,11 40:9 41:9 43:9-13/5-8
44:10/9 45:8 46:9/7-8 47:8 48:9/7 49:10-11/6-9 51:9/8 52:10 53:8/7 54:10-11 55:10-11 56:9 57:10 58:10
60:9-10/8 61:9 62:9-12/7-8 63:10/8-9 64:8-10 65:8 66:9/8 81:10/9 82:9-10/8 84:9/10 86:11/9-10 90:10 91:10
92:10/9 93:9 94:9 95:8-10/6-7 98:10/7 211:9 212:9 213:9/8 216:8 218:9 220:7,9 221:9 222:8 223:8 224:9/8
225z:10 226z:8 227:8 228:8 229z:10 230:8/7 231:9/7-8 232:8 233:9 234:10 235:8 236:8 237:9 238:7 239:7
240:9 241z:7-8 242z:9 243:9/7-8 244:9 245:9 246:7 247:5 248:7 249:9 250z:9/8 251:9 252:8-9/6-7 253:8
254:9/7-8 255:9 256:9 257:8 258:9/8 260:9 261:9 262:9 263:9 264:9/8 265:9/7 266:8 267:8/7 268:8 269:7
290:4-5 291:7 297:7 298:6 299:6 350:8 351:9 352:9/6-8 353:9/7-8 354:7/9 355:9/8 356:8 357:8 358:9-10/6-8
359:9/7-8 370:8 371:8 372:7-8 373:8 374:8 375:9 376:6,9 377:8-9 378z:8/10 380:9 381:8-10/7 382:8 383:8
385:8-9 386:8 387:8-9 389:8 420:9 421:9 423:7,9 500:5 501:7 502:8 503:8 504:8 505:8 506:8 507:7-8 508:6,9
509:8 590:9 591:8 592:7 593:9/8 594:9 595:9/7-8 596:9 597:7/6 598:8 599:7-8 670:8/7 672:6 673:7 674:7
675:8/7 676:7/5 677:7/5 678:7/5 679:7 680:7 681:6 682:5 683:4,7 685:7,10/6 686:8 687:6 688:6-7 689:8 690:4-7
691:7 692:7 800:8 808:8 850:10/8 852:8 853:8 855:8-9 856:9-10/8 870:9,12 878:12 880:10/8-9 881:9-10 882:7-12
883:8-12 886:9/8 888:11 960:7 961:7-8 962:9/8 963:9/8 964:10/8-9 965:8 966:9 967:9/7-8 968:8 970:9/8
971:9/8 972:9/8 973:8 974:8 975:8/7 976:8 977:10/8 979:9 992z:9 993:8 994:9 995:9 996:9 998:9
`;

/** The plan of a calling code. */
export interface NumberLengths {
	/** Digits after the calling code that mobile numbers have. */
	mobile: ReadonlySet<number>;
	/** Digits after the calling code that any number may have. */
	any: ReadonlySet<number>;
	/** What a national number may begin with. */
	start: RegExp;
}

/** Formats that numbering plans have given up, but WhatsApp IDs still have. */
const FORMER: ReadonlyMap<string, RegExp> = new Map([
	['52', /^1\d{10}$/],
	['225', /^\d{8}$/],
	['229', /^\d{8}$/],
]);

/** The plans of all calling codes, e.g. `49`. */
export const numberLengths: ReadonlyMap<string, NumberLengths> = new Map(
	LENGTHS.trim()
		.split(/\s+/)
		.map((row) => {
			const [code, lengths] = row.split(':');
			const [mobile, more = []] = lengths.split('/').map(expanded);
			return [
				code.replace(/\D/, ''),
				{
					mobile: new Set(mobile),
					any: new Set([...mobile, ...more]),
					start: code.endsWith('z') ? /^\d/ : code.endsWith('n') ? /^[2-9]/ : /^[1-9]/,
				},
			] as const;
		}),
);

/** Whether a number of a calling code can exist; `only` narrows it to mobile numbers. */
export function isPlausible(callingCode: string, national: string, only?: 'mobile'): boolean {
	const lengths = numberLengths.get(callingCode);
	if (!lengths) return false;
	if (FORMER.get(callingCode)?.test(national)) return true;
	return (
		lengths.start.test(national) &&
		(only === 'mobile' ? lengths.mobile : lengths.any).has(national.length)
	);
}

/** Splits the digits of an international number; `undefined` when no calling code fits. */
export function splitNumber(
	digits: string,
): { callingCode: string; national: string; lengths: NumberLengths } | undefined {
	for (const length of [1, 2, 3]) {
		const callingCode = digits.slice(0, length);
		const lengths = numberLengths.get(callingCode);
		if (lengths) return { callingCode, national: digits.slice(length), lengths };
	}
	return undefined;
}

/** `9,11-12` → 9, 11, 12 */
function expanded(list: string): number[] {
	return list.split(',').flatMap((range) => {
		const [from, to = from] = range.split('-').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
}
