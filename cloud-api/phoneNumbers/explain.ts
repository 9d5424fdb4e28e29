/** Why a text is not one phone number, where its shape tells. */
interface Explanation {
	problem: string;
	fix: string;
}

const ONE = 'Enter one phone number with country code, e.g. +49 170 1234567.';

/** What a text is by its shape, why it is not one number, and how to correct it; `card`: but people show it. */
const SHAPES: ReadonlyArray<readonly [RegExp, string, string, 'card'?]> = [
	[
		/^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i,
		'is in scientific notation, so digits of the number are lost',
		'In the spreadsheet, format the column as text and enter the number again.',
	],
	[
		/^[+-]?#|^#+$/,
		'is not a value: the cell of the spreadsheet is too narrow or has an error',
		'Correct the cell in the spreadsheet.',
	],
	[
		/@g\.us$/i,
		'is the ID of a group in WhatsApp Web libraries, which the Cloud API does not know',
		'Use the group ID of the Cloud API, "groupId" in the trigger\'s output.',
	],
	[
		/@(?:lid|newsletter|broadcast|call)$/i,
		'is an ID of WhatsApp Web libraries, which the Cloud API does not know',
		'Enter the phone number of the person, or a business-scoped user ID.',
	],
	[
		/^(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/(?:message|qr|c|p)\/|chat\.whatsapp\.com\/|(?:www\.)?whatsapp\.com\/(?:channel|catalog)\/)/i,
		'is a link that does not contain a phone number',
		ONE,
	],
	[
		/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
		'is a UUID, the ID of a record in a database or CRM',
		'Use the field that holds the phone number.',
	],
	[
		/^wamid\./i,
		'is the ID of a message',
		'Use the phone number or user ID of its sender, "answerTo" in the trigger\'s output.',
	],
	[/^\S+@\S+\.\S+$/, 'is an email address', ONE],
	[
		/^(?:19|20)\d\d([-/.])[01]?\d\1[0-3]?\d(?:[T\s]\d\d:.*)?$|^[0-3]?\d([-/.])[0-3]?\d\2(?:19|20)?\d\d$/,
		'is a date',
		'Use the field that holds the phone number.',
	],
	[
		/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?=\d)|(?=$|:))){4}(?::\d+)?$/,
		'is an IP address',
		'Use the field that holds the phone number.',
	],
	[
		/^\d+[.,]\d{1,2}$/,
		'is a number with decimals',
		'Use the field that holds the phone number, and format its column as text.',
	],
	[
		/^\d{1,3}(?:,\d{3}){3,}$/,
		'is a number with thousands separators',
		'In the spreadsheet, format the column as text and enter the number again.',
	],
	[
		/\d\s*[,;]?\s*(?:ext\w*|durchwahl|ramal|x|#)\s*[.:=]?\s*\d/i,
		'contains an extension, which WhatsApp numbers do not have',
		'Enter the number without the extension.',
		'card',
	],
	[
		/\d[^\d+]*[,;|&\n\r][^\d+]*\+?[^\d+]*\d|\d\D*\b(?:or|and|und|oder|y|o|ou|e)\b\D*\d|\d\D*\+\s*\(?\d/i,
		'contains more than one phone number',
		'Enter one number. To send to several people, give each of them an item.',
	],
	[
		/\d\s*[/\\]\s*\d/,
		'contains a slash, which may separate two numbers or be part of an ID',
		'If it is one number, remove the slash. If there are two, enter one of them.',
		'card',
	],
];

/**
 * What a text is instead of a phone number; `undefined` when its shape does not tell.
 *
 * @param on `card` leaves out what people show on a contact card, such as an extension
 */
export function explainShape(text: string, on?: 'card'): Explanation | undefined {
	const found = SHAPES.find(([shape, , , shown]) => shape.test(text) && !(on && shown === on));
	return found && { problem: found[1], fix: found[2] };
}
