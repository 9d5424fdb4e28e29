import type { FlowComponent } from '../../flows/play/flowJson';
import { optionsOf, type FlowOption } from '../../flows/play/fields';
import { FieldFrame, FieldNote, idsOf, Optional, useControl } from './FieldFrame';
import { textOf, useScreen } from './fieldContext';
import { sourceOf } from './pictures';

interface FieldProps {
	fieldKey: string;
	component: FlowComponent;
}

/** Dropdown */
export function Dropdown({ fieldKey, component }: FieldProps) {
	const { valueOf, change } = useScreen();
	return (
		<FieldFrame fieldKey={fieldKey} component={component}>
			<select
				{...useControl(fieldKey, component)}
				value={String(valueOf(component.name ?? '') ?? '')}
				onChange={(event) => change(component, event.currentTarget.value)}
			>
				<option value="">Choose…</option>
				{optionsOf(component).map(({ id, title, description, enabled }) => (
					<option key={id} value={id} disabled={enabled === false}>
						{description ? `${title}, ${description}` : title}
					</option>
				))}
			</select>
		</FieldFrame>
	);
}

function OptionText({ option }: { option: FlowOption }) {
	return (
		<span class="flow-option__text">
			<span>{option.title}</span>
			{option.description && <small>{option.description}</small>}
			{option.metadata && <small class="flow-option__meta">{option.metadata}</small>}
		</span>
	);
}

function OptionPicture({ option, large }: { option: FlowOption; large: boolean }) {
	const size = large ? 'flow-option__picture flow-option__picture--large' : 'flow-option__picture';
	if (option.image) {
		return <img class={size} src={sourceOf(option.image)} alt={option['alt-text'] ?? ''} />;
	}
	if (!option.color) return null;
	const color = `#${option.color.replace('#', '')}`;
	return <span class={size} style={{ background: color }} aria-hidden="true" />;
}

/** RadioButtonsGroup and CheckboxGroup */
export function Choices({ fieldKey, component }: FieldProps) {
	const { valueOf, change, problemOf, busy } = useScreen();
	const single = component.type === 'RadioButtonsGroup';
	const value = valueOf(component.name ?? '');
	const chosen = single ? [String(value ?? '')] : ((value ?? []) as string[]);
	const problem = problemOf(component);
	const ids = idsOf(fieldKey);
	const toggle = (id: string) => {
		if (single) return change(component, id);
		change(component, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
	};
	return (
		<fieldset
			class="flow-group"
			id={ids.input}
			tabIndex={-1}
			role={single ? 'radiogroup' : undefined}
			aria-required={single && component.required === true ? true : undefined}
			aria-describedby={problem ? ids.hint : undefined}
		>
			<legend class="flow-label">
				{textOf(component, 'label')}
				<Optional component={component} />
			</legend>
			{textOf(component, 'description') && <p class="hint">{textOf(component, 'description')}</p>}
			{optionsOf(component).map((option) => (
				<label key={option.id} class="flow-option">
					<OptionPicture option={option} large={component['media-size'] === 'large'} />
					<OptionText option={option} />
					<input
						type={single ? 'radio' : 'checkbox'}
						name={`${fieldKey}-${component.name}`}
						checked={chosen.includes(option.id)}
						disabled={busy || component.enabled === false || option.enabled === false}
						onChange={() => toggle(option.id)}
					/>
				</label>
			))}
			<FieldNote id={ids.hint} problem={problem} />
		</fieldset>
	);
}

/** ChipsSelector */
export function Chips({ fieldKey, component }: FieldProps) {
	const { valueOf, change, problemOf, busy } = useScreen();
	const chosen = (valueOf(component.name ?? '') ?? []) as string[];
	const problem = problemOf(component);
	const ids = idsOf(fieldKey);
	return (
		<fieldset
			class="flow-group"
			id={ids.input}
			tabIndex={-1}
			aria-describedby={problem ? ids.hint : undefined}
		>
			<legend class="flow-label">
				{textOf(component, 'label')}
				<Optional component={component} />
			</legend>
			{textOf(component, 'description') && <p class="hint">{textOf(component, 'description')}</p>}
			<div class="chips">
				{optionsOf(component).map(({ id, title, enabled }) => (
					<button
						key={id}
						type="button"
						aria-pressed={chosen.includes(id)}
						disabled={busy || component.enabled === false || enabled === false}
						onClick={() =>
							change(
								component,
								chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
							)
						}
					>
						{title}
					</button>
				))}
			</div>
			<FieldNote id={ids.hint} problem={problem} />
		</fieldset>
	);
}

/** OptIn, with "Read more" if it has an action. */
export function OptIn({ fieldKey, component }: FieldProps) {
	const { valueOf, change, tap, busy } = useScreen();
	const control = useControl(fieldKey, component);
	const { problemOf } = useScreen();
	return (
		<div class="flow-field">
			<label class="flow-optin">
				<input
					{...control}
					type="checkbox"
					checked={valueOf(component.name ?? '') === true}
					onChange={(event) => change(component, event.currentTarget.checked)}
				/>
				<span>
					{textOf(component, 'label')}
					<Optional component={component} />
				</span>
			</label>
			{component['on-click-action'] && (
				<button
					type="button"
					class="flow-link"
					disabled={busy}
					onClick={() => tap(component.name ?? '')}
				>
					Read more
				</button>
			)}
			<FieldNote id={idsOf(fieldKey).hint} problem={problemOf(component)} />
		</div>
	);
}
