import type { ComponentChildren } from 'preact';
import type { FlowComponent } from '../../flows/play/flowJson';
import { textOf, useScreen } from './fieldContext';

/** IDs of the texts of a field, for `aria-describedby`. */
export const idsOf = (key: string) => ({ input: `flow-${key}`, hint: `flow-${key}-hint` });

/** Attributes that every control of a field has. */
export function useControl(key: string, component: FlowComponent) {
	const { problemOf, busy } = useScreen();
	const problem = problemOf(component);
	const ids = idsOf(key);
	const described = problem !== undefined || textOf(component, 'helper-text') !== '';
	return {
		id: ids.input,
		name: component.name,
		disabled: component.enabled === false || busy,
		'aria-required': component.required === true ? true : undefined,
		'aria-invalid': problem ? true : undefined,
		'aria-describedby': described ? ids.hint : undefined,
	} as const;
}

/** A labeled field with its hint or problem. */
export function FieldFrame(props: {
	fieldKey: string;
	component: FlowComponent;
	children: ComponentChildren;
	label?: string;
	counter?: string;
}) {
	const { fieldKey, component, children, counter } = props;
	const { problemOf } = useScreen();
	const problem = problemOf(component);
	const hint = textOf(component, 'helper-text');
	const ids = idsOf(fieldKey);
	const large = component['label-variant'] === 'large';
	return (
		<div class="flow-field">
			<label for={ids.input} class={large ? 'flow-label flow-label--large' : 'flow-label'}>
				{props.label ?? textOf(component, 'label')}
				<Optional component={component} />
			</label>
			{children}
			<FieldNote id={ids.hint} problem={problem} hint={hint} counter={counter} />
		</div>
	);
}

/** The word after the label of an input that may stay empty. */
export function Optional({ component }: { component: FlowComponent }) {
	return component.required === true ? null : <span class="flow-optional"> (optional)</span>;
}

/** The problem of a field, or its hint. */
export function FieldNote(props: {
	id: string;
	problem?: string;
	hint?: string;
	counter?: string;
}) {
	const { id, problem, hint, counter } = props;
	if (!problem && !hint && !counter) return null;
	return (
		<div class="flow-note">
			<span
				id={id}
				class={problem ? 'flow-problem' : undefined}
				role={problem ? 'alert' : undefined}
			>
				{problem ?? hint}
			</span>
			{counter && <span aria-hidden="true">{counter}</span>}
		</div>
	);
}
