import { parseRecipient } from '../../../cloud-api/messages/recipient';
import { alternateNumber } from '../../../cloud-api/webhooks/alternateNumber';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import type { Values } from '../../shared/values';
import type { Question } from './question';

/**
 * The people of the option Others Who May Answer: digits of phone numbers, and user IDs.
 *
 * @throws InvalidInputError for an entry that is neither
 */
export function othersWhoMayAnswer(options: Values): string[] {
	return options.texts('othersWhoMayAnswer').map((entry) =>
		parseRecipient(entry, {
			defaultCountry: options.optionalText('defaultCountry'),
			allowUnusualNumbers: options.flag('allowUnusualNumbers'),
			field: options.pathOf('othersWhoMayAnswer'),
		}).value.replace(/^\+/, ''),
	);
}

/**
 * Whether an answer is from a person who may answer: the recipient, or one of the others. A message to a
 * group may be answered by its members. Where an answer and the question name the recipient in different
 * ways, the answer has to be a reply to the very message of the question, which only the recipient has.
 */
export function mayAnswer(
	event: WhatsAppEvent,
	{ recipient, waId, userId, messageId, others }: Question,
): boolean {
	const { from, groupId } = event;
	if (others.some((other) => isNumber(from, other) || event.userId === other)) return true;
	if (groupId !== undefined) return groupId === recipient;
	const number = waId ?? (recipient.startsWith('+') ? recipient.slice(1) : undefined);
	const user = userId ?? (/^[A-Z]{2}\./.test(recipient) ? recipient : undefined);
	if (user !== undefined && event.userId !== undefined) return user === event.userId;
	if (number !== undefined && from !== undefined) return isNumber(from, number);
	return event.replyToMessageId === messageId;
}

function isNumber(from: string | undefined, number: string): boolean {
	return from !== undefined && (from === number || alternateNumber(from) === number);
}
