import type { CustomerSettings, CustomerView } from '../../../control/types';
import { CopyButton } from './CopyButton';
import { act } from '../../state/acts';
import { api } from '../../state/api';
import { Switch } from './Switch';

/** Settings of a customer. `invert`: the switch shows the opposite of the setting. */
const SETTINGS: Array<{
	name: keyof CustomerSettings;
	label: string;
	hint: string;
	invert?: boolean;
}> = [
	{
		name: 'autoRead',
		label: 'Reads automatically',
		hint: 'Off: messages stay “delivered” until you read them',
	},
	{
		name: 'online',
		label: 'Offline',
		hint: 'Messages stay “sent” until the phone is online again',
		invert: true,
	},
	{ name: 'readReceipts', label: 'Read receipts', hint: 'Off: the business never sees “read”' },
	{ name: 'blockedBusiness', label: 'Blocked the business', hint: 'Messages stay “sent”' },
	{ name: 'notOnWhatsApp', label: 'Not on WhatsApp', hint: 'Sending fails with 131026' },
	{
		name: 'stoppedMarketing',
		label: 'Stopped marketing',
		hint: 'Marketing templates fail with 131050',
	},
	{
		name: 'hidesPhoneNumber',
		label: 'Username only',
		hint: 'Webhooks contain the user ID, not the phone number',
	},
];

export function CustomerControls({ customer }: { customer: CustomerView }) {
	return (
		<section>
			<h2>{customer.name}</h2>
			<dl class="facts">
				<div>
					<dt>Phone</dt>
					<dd>
						+{customer.waId}
						<CopyButton value={`+${customer.waId}`} what="phone number" />
					</dd>
				</div>
				<div>
					<dt>User ID</dt>
					<dd>
						<code>{customer.userId}</code>
						<CopyButton value={customer.userId} what="user ID" />
					</dd>
				</div>
				{customer.username && (
					<div>
						<dt>Username</dt>
						<dd>@{customer.username.replace(/^@/, '')}</dd>
					</div>
				)}
			</dl>
			{SETTINGS.map(({ name, label, hint, invert }) => (
				<Switch
					key={name}
					label={label}
					hint={hint}
					checked={customer[name] !== Boolean(invert)}
					onChange={(checked) =>
						void act(() =>
							api.updateCustomer(customer.waId, { [name]: checked !== Boolean(invert) }),
						)
					}
				/>
			))}
		</section>
	);
}
