import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide';
import type { MessageStatus } from '../../control/types';
import { Icon } from './Icon';

const WORDS: Record<MessageStatus, string> = {
	accepted: 'Accepted, on its way',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	played: 'Played',
	failed: 'Not delivered',
};

/** Status ticks: one for sent, two for delivered, two blue ones for read, a red icon for failed. */
export function Ticks({ status, reason }: { status: MessageStatus; reason?: string }) {
	const icon =
		status === 'failed'
			? CircleAlert
			: status === 'accepted'
				? Clock3
				: status === 'sent'
					? Check
					: CheckCheck;
	const label = reason ? `${WORDS[status]}: ${reason}` : WORDS[status];
	return (
		<span class={`ticks ticks--${status}`} title={label}>
			<Icon icon={icon} size={status === 'accepted' ? 12 : 15} label={label} />
		</span>
	);
}
