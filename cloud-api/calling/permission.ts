import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { parseRecipient, type RecipientOptions } from '../messages/recipient';
import { flag, isoTime, number, record, records, text } from '../webhooks/read';

/** Whether the business may call a customer, and what it may still do in the present period. */
export interface CallPermission {
	/** E.g. `no_permission`, `temporary`, or `permanent`. */
	status?: string;
	/** ISO 8601; absent for a permanent permission. */
	expiresAt?: string;
	canCall?: boolean;
	canRequestPermission?: boolean;
	actions: Array<{
		action?: string;
		allowed?: boolean;
		limits: Array<{ period?: string; used?: number; max?: number; resetsAt?: string }>;
	}>;
}

/**
 * The permission of one customer for calls from a phone number. Meta allows 5 of these requests a second.
 *
 * @throws InvalidInputError when the customer is not a phone number or business-scoped user ID
 */
export async function getCallPermission(
	graph: GraphApi,
	phoneNumberId: string,
	customer: string,
	options: RecipientOptions = {},
): Promise<CallPermission> {
	const { kind, value } = parseRecipient(customer, { ...options, field: 'customer' });
	if (kind === 'group') {
		throw new InvalidInputError(
			'customer',
			'A group cannot be called',
			'Enter a phone number or a business-scoped user ID.',
		);
	}
	const answer = await graph.get(
		`${graphId(phoneNumberId, 'sender', 'The phone number ID')}/call_permissions`,
		kind === 'user' ? { recipient: value } : { user_wa_id: value.slice(1) },
	);
	const permission = record(answer.permission);
	const actions = records(answer.actions).map((action) => ({
		action: text(action.action_name),
		allowed: flag(action.can_perform_action),
		limits: records(action.limits).map((limit) => ({
			period: text(limit.time_period),
			used: number(limit.current_usage),
			max: number(limit.max_allowed),
			resetsAt: isoTime(limit.limit_expiration_time),
		})),
	}));
	const allowed = (name: string) => actions.find(({ action }) => action === name)?.allowed;
	return {
		status: text(permission.status),
		expiresAt: isoTime(permission.expiration_time),
		canCall: allowed('start_call'),
		canRequestPermission: allowed('send_call_permission_request'),
		actions,
	};
}
