/** A labeled on/off switch. */
export function Switch(props: {
	label: string;
	hint?: string;
	checked: boolean;
	onChange: (checked: boolean) => void;
}) {
	return (
		<label class="switch">
			<span>
				{props.label}
				{props.hint && <small>{props.hint}</small>}
			</span>
			<input
				type="checkbox"
				role="switch"
				checked={props.checked}
				onChange={(event) => props.onChange(event.currentTarget.checked)}
			/>
		</label>
	);
}
