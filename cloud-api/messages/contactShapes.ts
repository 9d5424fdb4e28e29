import { isBlank, isFields, rename, type Fields } from './shapes';

const NAMES = {
	formatted_name: 'formattedName',
	first_name: 'firstName',
	middle_name: 'middleName',
	last_name: 'lastName',
	job_title: 'jobTitle',
} as const;

/** What Meta adds to a contact it delivers and does not take back: a received card can be forwarded. */
const RECEIVED_ONLY = new Set(['vcard', 'origin']);

/**
 * A contact in the form's words, from any of its shapes: a row of the form (`additionalFields`, lists
 * inside their group), the flat JSON, or Meta's own (`name.formatted_name`, `org`, `wa_id`). Rows that
 * the form starts with and nobody filled in are left out; unknown fields stay.
 */
export function contactInput(contact: unknown): unknown {
	if (!isFields(contact)) return contact;
	const { additionalFields, name, org, ...rest } = contact;
	const fields: Fields = {
		...(isFields(name) ? name : isBlank(name) ? {} : { formattedName: name }),
		...(isFields(org) ? rename(org, { title: 'jobTitle' }) : org === undefined ? {} : { org }),
		...rest,
		...(isFields(additionalFields) && additionalFields),
	};
	const lists = {
		phones: listOf(fields.phones, 'phone', { wa_id: 'waId' }),
		emails: listOf(fields.emails, 'email'),
		urls: listOf(fields.urls, 'url'),
		addresses: listOf(fields.addresses, 'address', { country_code: 'countryCode' }),
	};
	return Object.fromEntries(
		Object.entries({ ...rename(fields, NAMES), ...lists }).filter(
			([key]) => !RECEIVED_ONLY.has(key),
		),
	);
}

/** The rows of a list, whether bare or inside the group of a form; text alone is the row's main field. */
function listOf(
	input: unknown,
	group: string,
	names: Readonly<Record<string, string>> = {},
): unknown {
	if (input === undefined || input === null) return undefined;
	const inner = isFields(input) && Array.isArray(input[group]) ? input[group] : input;
	const rows: unknown[] = Array.isArray(inner) ? inner : [inner];
	return rows
		.map((row: unknown) => (isFields(row) ? rename(row, names) : { [group]: row }))
		.filter((row) => Object.entries(row).some(([key, value]) => key !== 'type' && !isBlank(value)));
}
