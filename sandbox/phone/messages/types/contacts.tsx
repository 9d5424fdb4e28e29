import { MessageSquareText, UserPlus } from 'lucide';
import { Avatar } from '../../parts/Avatar';
import { listAt, textAt } from '../../parts/json';
import { Bubble } from '../Bubble';
import { useActions, useMessage } from '../context';
import { Row, Rows } from '../Rows';

/** Contact cards. */
export function Contacts() {
	const { content } = useMessage();
	const { open } = useActions();
	const contacts = listAt(content);
	const rows = contacts.map((contact) => {
		const onWhatsApp = listAt(contact, 'phones').some((phone) => textAt(phone, 'wa_id'));
		const name = textAt(contact, 'name', 'formatted_name');
		const view = () => open({ kind: 'contact', contact });
		if (contacts.length > 1) return <Row icon={UserPlus} label={`View ${name}`} onClick={view} />;
		return (
			<Row
				icon={onWhatsApp ? MessageSquareText : UserPlus}
				label={onWhatsApp ? 'View contact' : 'Invite to WhatsApp'}
				onClick={view}
			/>
		);
	});
	return (
		<Bubble rows={<Rows>{rows}</Rows>}>
			{contacts.map((contact) => {
				const name = textAt(contact, 'name', 'formatted_name') || 'Contact';
				const phone =
					textAt(contact, 'phones', 0, 'phone') || textAt(contact, 'emails', 0, 'email');
				return (
					<div class="contact">
						<Avatar name={name} size={44} />
						<span>
							<strong dir="auto">{name}</strong>
							<small>
								{[textAt(contact, 'org', 'company'), phone].filter(Boolean).join(' · ')}
							</small>
						</span>
					</div>
				);
			})}
		</Bubble>
	);
}
