import type { Json } from '../../../control/types';
import { Avatar } from '../../parts/Avatar';
import { listAt, textAt } from '../../parts/json';
import { Sheet } from '../../parts/Sheet';

/** All details of a contact card. */
export function ContactSheet({ contact, onClose }: { contact: Json; onClose: () => void }) {
	const name = textAt(contact, 'name', 'formatted_name') || 'Contact';
	const street = (address: Json) =>
		['street', 'city', 'state', 'zip', 'country']
			.map((part) => textAt(address, part))
			.filter(Boolean)
			.join(', ');
	const lines: Array<[label: string, value: string]> = [
		[
			'Company',
			[
				textAt(contact, 'org', 'company'),
				textAt(contact, 'org', 'department'),
				textAt(contact, 'org', 'title'),
			]
				.filter(Boolean)
				.join(', '),
		],
		...listAt(contact, 'phones').map((phone): [string, string] => [
			`Phone ${textAt(phone, 'type')}`,
			textAt(phone, 'phone'),
		]),
		...listAt(contact, 'emails').map((email): [string, string] => [
			`Email ${textAt(email, 'type')}`,
			textAt(email, 'email'),
		]),
		...listAt(contact, 'urls').map((url): [string, string] => [
			`Web ${textAt(url, 'type')}`,
			textAt(url, 'url'),
		]),
		...listAt(contact, 'addresses').map((address): [string, string] => [
			`Address ${textAt(address, 'type')}`,
			street(address),
		]),
		['Birthday', textAt(contact, 'birthday')],
	];
	return (
		<Sheet title={name} onClose={onClose}>
			<div class="contact contact--large">
				<Avatar name={name} size={64} />
				<strong>{name}</strong>
			</div>
			<dl class="facts">
				{lines
					.filter(([, value]) => value)
					.map(([label, value]) => (
						<div>
							<dt>{label.toLowerCase()}</dt>
							<dd>{value}</dd>
						</div>
					))}
			</dl>
		</Sheet>
	);
}
