import { useState } from 'preact/hooks';
import type { JsonObject } from '../../../control/types';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';
import { Field } from './Field';

/** Sends a contact card. */
export function ContactForm({ onClose }: { onClose: () => void }) {
	const [form, setForm] = useState({
		first: 'Dana',
		last: 'Novak',
		phone: '+1 555-010-0299',
		email: '',
		company: '',
	});
	const submit = async () => {
		const contact: JsonObject = {
			name: {
				formatted_name: `${form.first} ${form.last}`.trim(),
				first_name: form.first,
				...(form.last && { last_name: form.last }),
			},
			...(form.phone && {
				phones: [{ phone: form.phone, wa_id: form.phone.replace(/\D/g, ''), type: 'CELL' }],
			}),
			...(form.email && { emails: [{ email: form.email, type: 'WORK' }] }),
			...(form.company && { org: { company: form.company } }),
		};
		if (await send({ type: 'contacts', contacts: [contact] })) onClose();
	};
	return (
		<Sheet title="Send contact" onClose={onClose}>
			<div class="pair">
				<Field
					label="First name"
					value={form.first}
					required
					onInput={(first) => setForm({ ...form, first })}
				/>
				<Field label="Last name" value={form.last} onInput={(last) => setForm({ ...form, last })} />
			</div>
			<Field label="Phone" value={form.phone} onInput={(phone) => setForm({ ...form, phone })} />
			<Field label="Email" value={form.email} onInput={(email) => setForm({ ...form, email })} />
			<Field
				label="Company"
				value={form.company}
				onInput={(company) => setForm({ ...form, company })}
			/>
			<button
				type="button"
				class="primary"
				disabled={!form.first.trim()}
				onClick={() => void submit()}
			>
				Send
			</button>
		</Sheet>
	);
}
