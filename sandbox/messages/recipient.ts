import { invalidParameter, parameterRequired, rejection } from '../graph/errors';
import { checkActive } from '../groups/rules';
import type { Customer, Group, PhoneNumber } from '../world/directory';
import { normalizeRecipient, alternateFormat } from '../world/phoneNumbers';
import { addCustomer } from '../world/populate';
import type { World } from '../world/world';

/** The recipient of a message. */
export type Recipient =
	| { by: 'phone'; input: string; waId: string; customer?: Customer; warning?: string }
	| { by: 'user_id'; input: string; waId: string; customer: Customer }
	| { by: 'group'; input: string; group: Group };

const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * Reads `to`, `recipient`, and `recipient_type`. If both addresses are present, `to` wins. Throws
 * for invalid addresses. A number that is not on WhatsApp fails later, by status.
 */
export function recipientOf(
	world: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
): Recipient {
	const { to, recipient, recipient_type: type } = body;
	if (type !== undefined && type !== 'individual' && type !== 'group') {
		throw invalidParameter(
			`Param recipient_type must be one of {INDIVIDUAL, GROUP} - got "${String(type)}".`,
		);
	}
	if (to !== undefined && typeof to !== 'string')
		throw invalidParameter('Param to must be a string.');
	if (type === 'group') return groupOf(world, number, to);
	if (to !== undefined && to !== '') return byPhone(world, number, to);
	if (recipient === undefined) throw parameterRequired('to');
	if (typeof recipient !== 'string') throw invalidParameter('Param recipient must be a string.');
	return byUserId(world, number, recipient);
}

function groupOf(world: World, number: PhoneNumber, to: string | undefined): Recipient {
	if (!to) throw parameterRequired('to');
	const group = world.directory.groups.get(to);
	if (!group || group.phoneNumberId !== number.id) {
		throw rejection(131041, 'The group does not exist or the business is not part of it.');
	}
	checkActive(group);
	if (group.participants.length === 0) {
		throw rejection(131020, 'Messages cannot be sent to a group with a single participant.');
	}
	return { by: 'group', input: to, group };
}

function byPhone(world: World, number: PhoneNumber, to: string): Recipient {
	const bare = internationalWithoutPlus(world, to);
	const waId = bare ?? normalizeRecipient(to, number.countryCode);
	if (waId === undefined) {
		throw rejection(131009, `Param to is not a valid phone number: ${to.slice(0, 40)}`);
	}
	if (waId === number.digits) {
		throw rejection(131021, 'Sender and recipient phone number is the same.');
	}
	const { allowedRecipients, unknownRecipients } = world.behavior;
	if (allowedRecipients !== null && !allowedRecipients.includes(waId)) {
		throw rejection(
			131030,
			'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
		);
	}
	const { customers } = world.directory;
	const known = customers.get(waId) ?? customers.get(alternateFormat(waId) ?? '');
	const customer =
		known ?? (unknownRecipients === 'join' ? addCustomer(world, { waId }) : undefined);
	return {
		by: 'phone',
		input: to,
		waId: customer?.waId ?? waId,
		customer,
		...(bare === undefined ? {} : { warning: missingPlus(bare, number) }),
	};
}

/** Digits of an international number in E.164 have at least this length where clients omit the `+`. */
const MIN_BARE_DIGITS = 11;

/**
 * Meta's page prepends the sender's country code to every number without `+`. But clients send
 * back the digits of `from`, and production delivers them: bare digits of a known customer, or of
 * the length of an international number, are taken as they are.
 */
function internationalWithoutPlus(world: World, to: string): string | undefined {
	if (!/^\d{7,15}$/.test(to)) return undefined;
	const { customers } = world.directory;
	const known = customers.has(to) || customers.has(alternateFormat(to) ?? '');
	return known || to.length >= MIN_BARE_DIGITS ? to : undefined;
}

function missingPlus(digits: string, { countryCode }: PhoneNumber): string {
	return `"to" has no "+". Meta's page says that the sender's country code is then prepended (+${countryCode}${digits}); production takes ${digits} as it is. Send "+${digits}".`;
}

function byUserId(world: World, number: PhoneNumber, recipient: string): Recipient {
	if (!USER_ID.test(recipient)) {
		throw rejection(131009, 'Param recipient is not a valid business-scoped user ID.');
	}
	const customer = world.directory.findCustomerByUserId(recipient);
	const { businessId } = world.directory.accountOf(number);
	if (!customer || world.directory.userIdFor(customer, businessId) !== recipient) {
		throw rejection(131026, 'The business-scoped user ID does not exist for this business.');
	}
	return { by: 'user_id', input: recipient, waId: customer.waId, customer };
}

/** Throws 137000 if `recipient_identity_key_hash` is not the current hash. */
export function checkIdentity(recipient: Recipient, hash: unknown): void {
	if (hash === undefined || recipient.by === 'group' || !recipient.customer) return;
	if (hash === recipient.customer.identityHash) return;
	throw rejection(137000, 'User identity key hash does not match.');
}

/** `contacts[]` of the answer. Without `wa_id` if the message was addressed by BSUID and the number is hidden. */
export function answerContacts(world: World, number: PhoneNumber, recipient: Recipient): unknown[] {
	if (recipient.by === 'group') return [{ input: recipient.input, wa_id: recipient.input }];
	const { customer, input, waId } = recipient;
	const { businessId } = world.directory.accountOf(number);
	const userId = customer && world.directory.userIdFor(customer, businessId);
	const hidden = recipient.by === 'user_id' && customer?.settings.hidesPhoneNumber;
	return [{ input, ...(hidden ? {} : { wa_id: waId }), ...(userId ? { user_id: userId } : {}) }];
}
