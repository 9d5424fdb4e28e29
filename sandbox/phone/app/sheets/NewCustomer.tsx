import { useState } from 'preact/hooks';
import { Sheet } from '../../parts/Sheet';
import { act } from '../../state/acts';
import { api } from '../../state/api';
import { chatId } from '../../state/chats';
import { openChat } from '../../state/route';
import { state } from '../../state/store';
import { setCustomer } from '../../state/receive';
import { Field } from './Field';

/** Adds a customer to the sandbox and opens the chat. */
export function NewCustomer({ onClose }: { onClose: () => void }) {
	const [form, setForm] = useState({ name: '', phone: '', username: '' });
	const waId = form.phone.replace(/\D/g, '');
	const valid = form.name.trim() !== '' && waId.length >= 7 && waId.length <= 15;
	const submit = () =>
		act(async () => {
			const username = form.username.replace(/^@/, '').trim();
			const customer = await api.createCustomer({
				waId,
				name: form.name.trim(),
				...(username && { username }),
			});
			setCustomer(customer);
			openChat(chatId(customer.waId, state.value?.seed.phoneNumberId ?? ''));
			onClose();
		});
	return (
		<Sheet title="New customer" onClose={onClose}>
			<Field
				label="Name"
				value={form.name}
				placeholder="Dana Novak"
				required
				onInput={(name) => setForm({ ...form, name })}
			/>
			<Field
				label="Phone number"
				value={form.phone}
				placeholder="+1 555 010 0299"
				hint="With country code"
				invalid={
					form.phone && (waId.length < 7 || waId.length > 15)
						? '7 to 15 digits, with country code'
						: undefined
				}
				required
				onInput={(phone) => setForm({ ...form, phone })}
			/>
			<Field
				label="Username (optional)"
				value={form.username}
				placeholder="dana.novak"
				onInput={(username) => setForm({ ...form, username })}
			/>
			<button type="button" class="primary" disabled={!valid} onClick={() => void submit()}>
				Add
			</button>
		</Sheet>
	);
}
