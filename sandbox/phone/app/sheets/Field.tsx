interface FieldProps {
	label: string;
	value: string;
	onInput: (value: string) => void;
	placeholder?: string;
	hint?: string;
	invalid?: string;
	lines?: number;
	required?: boolean;
}

/** A labeled input with a validation message. */
export function Field({
	label,
	value,
	onInput,
	placeholder,
	hint,
	invalid,
	lines,
	required,
}: FieldProps) {
	const shared = { value, placeholder, required, 'aria-invalid': invalid ? true : undefined };
	return (
		<label class="field">
			<span>{label}</span>
			{lines ? (
				<textarea
					{...shared}
					rows={lines}
					spellcheck={false}
					onInput={(event) => onInput(event.currentTarget.value)}
				/>
			) : (
				<input {...shared} type="text" onInput={(event) => onInput(event.currentTarget.value)} />
			)}
			{invalid ? <small class="field__invalid">{invalid}</small> : hint && <small>{hint}</small>}
		</label>
	);
}
