import { ClipboardCheck, List, PhoneCall } from 'lucide';
import { textAt } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { Formatted } from '../../format/Formatted';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';

/** A reply by tap: button, list row, form, or call permission. */
export function Reply() {
	const { type, content } = useMessage();
	if (type === 'button') {
		return (
			<Bubble>
				<Formatted text={textAt(content, 'text')} />
			</Bubble>
		);
	}
	const row = textAt(content, 'list_reply', 'title');
	if (row) {
		return (
			<Bubble>
				<span class="answer">
					<Icon icon={List} size={15} />
					<span>
						<Formatted text={row} />
						{textAt(content, 'list_reply', 'description') && (
							<small>{textAt(content, 'list_reply', 'description')}</small>
						)}
					</span>
				</span>
			</Bubble>
		);
	}
	const permission = textAt(content, 'call_permission_reply', 'response');
	if (permission) {
		return (
			<Bubble>
				<span class="answer">
					<Icon icon={PhoneCall} size={15} />
					<span>{permission === 'accept' ? 'Calls allowed' : 'Calls not allowed'}</span>
				</span>
			</Bubble>
		);
	}
	const form = textAt(content, 'type') === 'nfm_reply';
	if (form) {
		const address = textAt(content, 'nfm_reply', 'name') === 'address_message';
		return (
			<Bubble>
				<span class="answer">
					<Icon icon={ClipboardCheck} size={15} />
					<span>
						<strong>{address ? 'Address sent' : 'Response sent'}</strong>
						<small>{textAt(content, 'nfm_reply', 'body')}</small>
					</span>
				</span>
			</Bubble>
		);
	}
	return (
		<Bubble>
			<Formatted text={textAt(content, 'button_reply', 'title')} />
		</Bubble>
	);
}
