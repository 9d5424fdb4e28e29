/** An action of a component. */
export interface FlowAction {
	name: 'navigate' | 'complete' | 'data_exchange' | 'update_data' | 'open_url';
	next?: { type: string; name: string };
	payload?: Record<string, unknown>;
	url?: string;
}

/** A component of a screen. Its properties have the names of the Flow JSON. */
export interface FlowComponent {
	type: string;
	name?: string;
	children?: FlowComponent[];
	then?: FlowComponent[];
	else?: FlowComponent[];
	cases?: Record<string, FlowComponent[]>;
	'on-click-action'?: FlowAction;
	'on-select-action'?: FlowAction;
	'on-unselect-action'?: FlowAction;
	[property: string]: unknown;
}

/** A screen. */
export interface FlowScreen {
	id: string;
	title?: string;
	terminal?: boolean;
	success?: boolean;
	refresh_on_back?: boolean;
	sensitive?: string[];
	data?: Record<string, { type: string; __example__?: unknown; [key: string]: unknown }>;
	layout: { type: string; children: FlowComponent[] };
}

/** A Flow JSON without validation errors. */
export interface FlowJson {
	version: string;
	data_api_version?: string;
	routing_model?: Record<string, string[]>;
	screens: FlowScreen[];
}

/** Components that have a value in `${form.…}`. */
export const INPUTS: ReadonlySet<string> = new Set([
	'TextInput',
	'TextArea',
	'CheckboxGroup',
	'RadioButtonsGroup',
	'Dropdown',
	'ChipsSelector',
	'DatePicker',
	'CalendarPicker',
	'OptIn',
	'PhotoPicker',
	'DocumentPicker',
]);

/** Visits components with those inside them, in the order of the screen. */
export function* componentsIn(
	components: FlowComponent[] | undefined,
): Generator<FlowComponent, void> {
	for (const component of components ?? []) {
		yield component;
		yield* componentsIn(component.children);
		yield* componentsIn(component.then);
		yield* componentsIn(component.else);
		for (const branch of Object.values(component.cases ?? {})) yield* componentsIn(branch);
	}
}

/** The screens that a screen can lead to by `navigate`. */
export function navigateTargets(screen: FlowScreen): string[] {
	const actions = [...componentsIn(screen.layout.children)].flatMap((component) => [
		component['on-click-action'],
		...(
			(Array.isArray(component['list-items']) ? component['list-items'] : []) as FlowComponent[]
		).map((item) => item['on-click-action']),
	]);
	return actions.flatMap((action) =>
		action?.name === 'navigate' && action.next ? [action.next.name] : [],
	);
}

/** The first screen: the one that no other leads to. */
export function entryScreen({ screens, routing_model: routing }: FlowJson): FlowScreen {
	const targets = new Set(
		routing ? Object.values(routing).flat() : screens.flatMap(navigateTargets),
	);
	return screens.find(({ id }) => !targets.has(id)) ?? screens[0];
}
