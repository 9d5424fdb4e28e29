import { z } from 'zod/v3';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { check } from '../messages/check';
import { optionalText } from '../messages/schema';
import type { Recipient } from '../messages/recipient';
import { InvalidInputError } from '../errors/cloudApiError';
import { text } from '../webhooks/read';

/** Roles that Conversation Routing assigns to apps (Meta: conversation routing). */
export const ROLES = [
	'ai_agent',
	'ctwa',
	'customer_service',
	'escalation',
	'marketing',
	'utility',
] as const;
export type Role = (typeof ROLES)[number];

export interface ThreadControl {
	action: 'pass' | 'release' | 'take';
	/** The customer of the conversation. */
	customer: Recipient;
	/** The role that gets control; only for `pass`. */
	targetRole?: Role;
	/** For the app that gets control, up to 2,000 characters. */
	metadata?: string;
}

const metadataRule = z.object({ metadata: optionalText('The metadata', 2000) });

/**
 * Passes, releases, or takes control of a conversation that several apps share.
 *
 * @throws InvalidInputError for a group or metadata that is too long; GraphError with subcode 2494191 when the
 * app may not take control, 131070 when another app has it
 */
export async function controlThread(
	graph: GraphApi,
	phoneNumberId: string,
	{ action, customer, targetRole, metadata }: ThreadControl,
): Promise<{ requestId?: string }> {
	const path = `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/thread_control`;
	if (customer.kind === 'group') {
		throw new InvalidInputError(
			'recipient',
			'Conversations of groups cannot be routed',
			'Enter a phone number or a business-scoped user ID.',
		);
	}
	const note = check(metadataRule, { metadata }).metadata;
	const answer = await graph.post(path, {
		messaging_product: 'whatsapp',
		action,
		...(customer.kind === 'user' ? { recipient: customer.value } : { to: customer.value }),
		...(note !== undefined && { metadata: note }),
		...(action === 'pass' && targetRole && { control_pass: { target_role: targetRole } }),
	});
	return { requestId: text(answer.request_id) };
}
