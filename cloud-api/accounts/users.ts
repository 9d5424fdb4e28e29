import { record, records, textOf } from '../answers';
import { InvalidInputError } from '../errors/cloudApiError';
import { readEnvelope } from '../errors/envelope';
import { explain } from '../errors/explain';
import type { GraphApi, Json, PageOptions } from '../graph';
import { graphId } from '../graphId';
import { parseRecipient, type RecipientOptions } from '../messages/recipient';

/** The result for one user who was blocked or unblocked. */
export interface BlockOutcome {
	/** As entered. */
	input: string;
	success: boolean;
	waId?: string;
	userId?: string;
	/** Why not, in words, and what to do. */
	reason?: string;
	fix?: string;
	code?: number;
}

interface Answered {
	input?: string;
	wa_id?: string;
	user_id?: string;
	errors: Json[];
}

/**
 * Blocks or unblocks users of a number. Only users who wrote within the last 24 hours can be blocked.
 * Meta answers a partial success with a rejection *and* the result, which is read as the result.
 *
 * @param reading how phone numbers are read
 * @throws InvalidInputError for a user that is no number or user ID, GraphError if Meta rejected everything without a result
 */
export async function setBlocked(
	graph: GraphApi,
	phoneNumberId: string,
	users: string[],
	blocked: boolean,
	reading: Omit<RecipientOptions, 'field'> = {},
): Promise<BlockOutcome[]> {
	if (users.length === 0) {
		throw new InvalidInputError('users', 'No user was entered', 'Enter at least one user.');
	}
	const wanted = users.map((user) => ({ user, sent: entry(user, reading) }));
	const { body } = await graph.request(blocked ? 'POST' : 'DELETE', path(phoneNumberId), {
		body: { messaging_product: 'whatsapp', block_users: wanted.map(({ sent }) => sent) },
		accept: ({ body: answer }) => record(answer).block_users !== undefined,
	});
	const result = record(record(body).block_users);
	const good = [...list(result.added_users), ...list(result.removed_users)];
	const bad = list(result.failed_users);
	return wanted.map(({ user, sent }) => {
		const key = Object.values(sent)[0];
		const failed = bad.find((answered) => concerns(answered, key));
		if (failed) return { input: user, success: false, ...ids(failed), ...why(failed) };
		const done = good.find((answered) => concerns(answered, key));
		return done
			? { input: user, success: true, ...ids(done) }
			: { input: user, success: false, reason: 'Meta returned no result for this user' };
	});
}

/** The users that a number has blocked. */
export async function listBlocked(
	graph: GraphApi,
	phoneNumberId: string,
	page: PageOptions = {},
): Promise<Array<{ waId?: string; userId?: string }>> {
	const users = await graph.list(path(phoneNumberId), {}, page);
	return users.map((user) => ids(answered(user)));
}

function entry(
	user: string,
	reading: Omit<RecipientOptions, 'field'>,
): { user: string } | { user_id: string } {
	const recipient = parseRecipient(user, { ...reading, field: 'users' });
	if (recipient.kind === 'group') {
		throw new InvalidInputError(
			'users',
			`"${user}" is a group`,
			'Enter a phone number or a business-scoped user ID. Groups cannot be blocked.',
		);
	}
	return recipient.kind === 'user' ? { user_id: recipient.value } : { user: recipient.value };
}

function concerns({ input, wa_id: waId, user_id: userId }: Answered, key: string): boolean {
	const digits = (text = '') => text.replace(/\D/g, '');
	if (key === input || key === userId) return true;
	return key.startsWith('+') && (digits(key) === digits(input) || digits(key) === digits(waId));
}

function why({ errors: [first] }: Answered): Pick<BlockOutcome, 'reason' | 'fix' | 'code'> {
	if (!first) return { reason: 'Meta gave no reason' };
	const { code, message, details } = readEnvelope({ error: first });
	const { title, fix } = explain({ code, message, details });
	return { reason: title, fix, code };
}

function ids({ wa_id: waId, user_id: userId }: Answered) {
	return { ...(waId && { waId }), ...(userId && { userId }) };
}

function list(value: unknown): Answered[] {
	return records(value).map(answered);
}

function answered(user: Json): Answered {
	return {
		input: textOf(user.input),
		wa_id: textOf(user.wa_id),
		user_id: textOf(user.user_id),
		errors: records(user.errors),
	};
}

function path(phoneNumberId: string): string {
	return `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/block_users`;
}
