import { CloudApiError } from '../errors/cloudApiError';

/** How long after a customer's last message free-form messages are allowed (Meta: Customer service windows). */
export const WINDOW_MS = 24 * 60 * 60 * 1000;

/** When the customer service window closes; `undefined` for a customer who has never written. */
export function windowEnd(lastMessageAt: Date | undefined): Date | undefined {
	return lastMessageAt && new Date(lastMessageAt.getTime() + WINDOW_MS);
}

/** A free-form message that was held back, because the customer service window is closed. */
export class WindowClosedError extends CloudApiError {
	readonly retry = 'never';
	readonly description =
		'A free-form message reaches a customer for 24 hours after the customer\'s last message. Choose "Send a Template" in If the Window Is Closed, or use the operation Send Template.';
	readonly details: Record<string, unknown>;

	constructor(end: Date | undefined) {
		super(
			end
				? `Not sent, because the customer service window closed at ${end.toISOString()}`
				: 'Not sent, because the customer service window is closed: the customer has never written',
		);
		this.name = 'WindowClosedError';
		this.details = {
			outcome: 'not sent',
			reason: 'window closed',
			...(end && { windowExpiresAt: end.toISOString() }),
		};
	}
}
