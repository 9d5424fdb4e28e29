import { useState } from 'preact/hooks';
import type { MessageView } from '../../../control/types';
import { listAt, objectAt, textAt } from '../../parts/json';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';
import { Field } from './Field';

/** Fields of an Indian address, by Meta's names. */
const FIELDS = {
	name: 'Name',
	phone_number: 'Phone number',
	in_pin_code: 'PIN code',
	house_number: 'Flat or house number',
	floor_number: 'Floor',
	building_name: 'Building',
	address: 'Address',
	landmark_area: 'Landmark or area',
	city: 'City',
	state: 'State',
};

/** The form of an address message, with prefilled values, validation errors, and saved addresses. */
export function AddressSheet({ message, onClose }: { message: MessageView; onClose: () => void }) {
	const parameters = objectAt(message.content, 'action', 'parameters');
	const [values, setValues] = useState<Record<string, string>>(() =>
		Object.fromEntries(
			Object.keys(FIELDS).map((name) => [name, textAt(parameters, 'values', name)]),
		),
	);
	const answer = async (
		response:
			| { values: Record<string, string> }
			| { saved_address_id: string; values: Record<string, string> },
	) => {
		const body = Object.values(response.values).filter(Boolean).join(', ');
		if (
			await send({
				type: 'nfm_reply',
				messageId: message.id,
				name: 'address_message',
				body,
				response,
			})
		)
			onClose();
	};
	const submit = () =>
		answer({ values: Object.fromEntries(Object.entries(values).filter(([, value]) => value)) });
	return (
		<Sheet title="Provide address" onClose={onClose} tall>
			{listAt(parameters, 'saved_addresses').map((saved) => {
				const value = Object.fromEntries(
					Object.entries(objectAt(saved, 'value')).map(([name]) => [
						name,
						textAt(saved, 'value', name),
					]),
				);
				return (
					<button
						type="button"
						class="saved"
						onClick={() => void answer({ saved_address_id: textAt(saved, 'id'), values: value })}
					>
						<strong>Use a saved address</strong>
						<small>{Object.values(value).join(', ')}</small>
					</button>
				);
			})}
			{Object.entries(FIELDS).map(([name, label]) => (
				<Field
					key={name}
					label={label}
					value={values[name]}
					invalid={textAt(parameters, 'validation_errors', name)}
					onInput={(value) => setValues({ ...values, [name]: value })}
				/>
			))}
			<button type="button" class="primary" onClick={() => void submit()}>
				Send address
			</button>
		</Sheet>
	);
}
