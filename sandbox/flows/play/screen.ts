import { holds, resolve, textOf, type Scope } from './binding';
import { INPUTS, type FlowComponent, type FlowScreen } from './flowJson';

/** The state of a flow that its screens are drawn from. */
export interface PlayState {
	/** `${data.…}` by screen ID. */
	data: Record<string, Record<string, unknown>>;
	/** `${form.…}` by screen ID. */
	forms: Record<string, Record<string, unknown>>;
}

/** A component as it is shown: conditions are decided, properties are resolved. */
export interface ShownComponent {
	/** Its place in the layout, e.g. `2.then.0`. */
	key: string;
	/** With resolved properties; actions as in the Flow JSON. */
	component: FlowComponent;
}

const EMPTY: Record<string, unknown> = {
	OptIn: false,
	CheckboxGroup: [],
	ChipsSelector: [],
	PhotoPicker: [],
	DocumentPicker: [],
};

/** The value of an input that nobody has filled in. */
export function emptyValue(type: string): unknown {
	return EMPTY[type] ?? '';
}

/** What the bindings of a screen read. */
export function scopeOf(state: PlayState, screenId: string): Scope {
	return ({ screen = screenId, store, path }) => {
		let value: unknown = (store === 'data' ? state.data : state.forms)[screen];
		for (const part of path) {
			if (value === null || typeof value !== 'object') return undefined;
			value = (value as Record<string, unknown>)[part];
		}
		return value;
	};
}

/** The visible components of a screen, in order. */
export function shownComponents(screen: FlowScreen, state: PlayState): ShownComponent[] {
	return shown(screen.layout.children, '', scopeOf(state, screen.id));
}

function shown(
	components: FlowComponent[],
	prefix: string,
	scope: Scope,
	form: { initial?: unknown; errors?: unknown } = {},
): ShownComponent[] {
	return components.flatMap((raw, index): ShownComponent[] => {
		const key = `${prefix}${index}`;
		if (raw.type === 'If') {
			const branch = holds(raw.condition, scope) ? 'then' : 'else';
			return shown(raw[branch] ?? [], `${key}.${branch}.`, scope, form);
		}
		if (raw.type === 'Switch') {
			const cases = raw.cases ?? {};
			const value = textOf(resolve(raw.value, scope));
			const name = Object.hasOwn(cases, value) ? value : 'default';
			return shown(cases[name] ?? [], `${key}.${name}.`, scope, form);
		}
		if (raw.type === 'Form') {
			return shown(raw.children ?? [], `${key}.`, scope, {
				initial: resolve(raw['init-values'], scope),
				errors: resolve(raw['error-messages'], scope),
			});
		}
		const component = resolve(raw, scope) as FlowComponent;
		if (component.visible === false || component.visible === 'false') return [];
		if (component.name !== undefined) {
			withForm(component, 'init-value', form.initial);
			withForm(component, 'error-message', form.errors);
		}
		return [{ key, component }];
	});
}

/** Gives an input its value of the Form's `init-values` or `error-messages`. */
function withForm(component: FlowComponent, property: string, values: unknown): void {
	if (values === null || typeof values !== 'object') return;
	const value = (values as Record<string, unknown>)[component.name ?? ''];
	if (value !== undefined && component[property] === undefined) component[property] = value;
}

/** Whether a component has a value. */
export const isInput = ({ type }: FlowComponent) => INPUTS.has(type);

/** Fills in the initial values of a screen's inputs that have no value yet. */
export function withInitialValues(screen: FlowScreen, state: PlayState): void {
	const form = (state.forms[screen.id] ??= {});
	for (const raw of allInputs(screen.layout.children)) {
		form[raw.name ?? ''] ??= emptyValue(raw.type);
	}
	const untouched = new Set(Object.keys(form).filter((name) => isEmpty(form[name])));
	for (const { component } of shownComponents(screen, state)) {
		const { name, 'init-value': initial } = component;
		if (!isInput(component) || name === undefined || !untouched.has(name)) continue;
		if (initial !== undefined && initial !== null) form[name] = initial;
	}
}

function allInputs(components: FlowComponent[]): FlowComponent[] {
	return components.flatMap((raw) => [
		...(isInput(raw) ? [raw] : []),
		...allInputs(raw.children ?? []),
		...allInputs(raw.then ?? []),
		...allInputs(raw.else ?? []),
		...Object.values(raw.cases ?? {}).flatMap(allInputs),
	]);
}

/** Whether nothing was entered or chosen. */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '' || value === false) return true;
	if (Array.isArray(value)) return value.length === 0;
	return typeof value === 'object' && Object.values(value).every(isEmpty);
}
