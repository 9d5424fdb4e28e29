import type { FlowComponent } from '../../flows/play/flowJson';
import { FieldFrame, useControl } from './FieldFrame';
import { dateTextOf, textOf, useScreen } from './fieldContext';

interface FieldProps {
	fieldKey: string;
	component: FlowComponent;
}

const TYPES: Record<
	string,
	{
		type: 'text' | 'email' | 'tel' | 'password';
		inputMode?: 'decimal' | 'numeric';
		complete?: string;
	}
> = {
	text: { type: 'text' },
	number: { type: 'text', inputMode: 'decimal' },
	email: { type: 'email', complete: 'email' },
	phone: { type: 'tel', complete: 'tel' },
	password: { type: 'password', complete: 'off' },
	passcode: { type: 'password', inputMode: 'numeric', complete: 'one-time-code' },
};

/** TextInput */
export function TextInput({ fieldKey, component }: FieldProps) {
	const { valueOf, change } = useScreen();
	const { type, inputMode, complete } = TYPES[textOf(component, 'input-type')] ?? TYPES.text;
	return (
		<FieldFrame fieldKey={fieldKey} component={component}>
			<input
				{...useControl(fieldKey, component)}
				type={type as 'text'}
				inputMode={inputMode}
				autocomplete={complete ?? 'off'}
				value={String(valueOf(component.name ?? '') ?? '')}
				onInput={(event) => change(component, event.currentTarget.value)}
			/>
		</FieldFrame>
	);
}

/** TextArea, with how many characters are used. */
export function TextArea({ fieldKey, component }: FieldProps) {
	const { valueOf, change } = useScreen();
	const value = String(valueOf(component.name ?? '') ?? '');
	const most = textOf(component, 'max-length') || '600';
	return (
		<FieldFrame fieldKey={fieldKey} component={component} counter={`${[...value].length}/${most}`}>
			<textarea
				{...useControl(fieldKey, component)}
				rows={4}
				value={value}
				onInput={(event) => change(component, event.currentTarget.value)}
			/>
		</FieldFrame>
	);
}

function DateInput(props: {
	fieldKey: string;
	component: FlowComponent;
	value: string;
	onChange: (value: string) => void;
}) {
	const { fieldKey, component, value, onChange } = props;
	return (
		<input
			{...useControl(fieldKey, component)}
			type="date"
			min={textOf(component, 'min-date') || undefined}
			max={textOf(component, 'max-date') || undefined}
			value={value}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}

/** DatePicker, and CalendarPicker for a single date. */
export function DateField({ fieldKey, component }: FieldProps) {
	const { valueOf, change } = useScreen();
	if (component.mode === 'range') return <DateRange fieldKey={fieldKey} component={component} />;
	return (
		<FieldFrame fieldKey={fieldKey} component={component}>
			<DateInput
				fieldKey={fieldKey}
				component={component}
				value={String(valueOf(component.name ?? '') ?? '')}
				onChange={(value) => change(component, value)}
			/>
		</FieldFrame>
	);
}

/** CalendarPicker for a start and an end. */
function DateRange({ fieldKey, component }: FieldProps) {
	const { valueOf, change } = useScreen();
	const value = valueOf(component.name ?? '');
	const dates = (value !== null && typeof value === 'object' ? value : {}) as Record<
		string,
		string
	>;
	const title = textOf(component, 'title');
	return (
		<fieldset class="flow-group">
			{title && <legend class="flow-label flow-label--large">{title}</legend>}
			{textOf(component, 'description') && <p class="hint">{textOf(component, 'description')}</p>}
			{['start-date', 'end-date'].map((name) => {
				const own: FlowComponent = {
					...component,
					'helper-text': dateTextOf(component, 'helper-text', name),
					required:
						component.required !== null && typeof component.required === 'object'
							? (component.required as Record<string, unknown>)[name]
							: component.required,
				};
				return (
					<FieldFrame
						key={name}
						fieldKey={`${fieldKey}-${name}`}
						component={own}
						label={dateTextOf(component, 'label', name)}
					>
						<DateInput
							fieldKey={`${fieldKey}-${name}`}
							component={own}
							value={dates[name] ?? ''}
							onChange={(day) => change(component, { ...dates, [name]: day })}
						/>
					</FieldFrame>
				);
			})}
		</fieldset>
	);
}
