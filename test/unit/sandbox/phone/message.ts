import type { MessageView } from '../../../../sandbox/control/types';

/** A message of the seed's business to its first customer, with what a test cares about replaced. */
export function message(changes: Partial<MessageView> = {}): MessageView {
	return {
		id: 'wamid.1',
		direction: 'outgoing',
		phoneNumberId: '400',
		customer: '15550100201',
		type: 'text',
		content: { body: 'Hello' },
		media: {},
		timestamp: 1_000,
		status: 'sent',
		statuses: [],
		reactions: [],
		...changes,
	};
}
