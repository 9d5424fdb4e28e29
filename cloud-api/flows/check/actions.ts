import { isTrue, itemsOf, membersOf, numberOf, pathTo, textOf, valueOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import { isAtLeast } from '../versions';
import { COMPONENTS } from './components';
import type { Findings } from './findings';
import { placeIn, placeOf, type Component, type Screen } from './screen';

/** Files that an answer message may carry from one picker. */
const MAX_ANSWERED_FILES = 10;

/** An action of a component, e.g. the `on-click-action` of a Footer. */
export interface Action {
	node: JsonNode;
	path: string;
	name: string;
	/** The property that holds it. */
	property: string;
	component: Component;
}

/** The actions of a screen's components, with those of list items and options. */
export function actionsOf({ components }: Screen): Action[] {
	return components.flatMap((component) => [
		...actionsIn(component.node, component.path, component),
		...['list-items', 'data-source'].flatMap((list) =>
			itemsOf(component.node, list).flatMap((item, index) =>
				actionsIn(item, pathTo(pathTo(component.path, list), index), component),
			),
		),
	]);
}

function actionsIn(node: JsonNode, path: string, component: Component): Action[] {
	return membersOf(node)
		.filter(({ key, value }) => /^on-\w+-action$/.test(key) && value.type === 'object')
		.map(({ key, value }) => ({
			node: value,
			path: pathTo(path, key),
			name: textOf(value, 'name') ?? '',
			property: key,
			component,
		}));
}

/** Checks the actions of one screen. */
export function checkActions(
	screen: Screen,
	screens: readonly Screen[],
	{ version, hasEndpoint }: { version: string; hasEndpoint: boolean },
	findings: Findings,
): void {
	for (const action of actionsOf(screen)) {
		const { name, component, property } = action;
		const place = placeIn(action, 'name');
		const allowed = COMPONENTS[component.type]?.properties[property]?.actions;
		if (name === '')
			findings.error('MISSING_REQUIRED_TYPE_PROPERTY', place, 'The action has no "name"');
		else if (allowed && !(name in allowed))
			findings.error(
				'INVALID_ENUM_VALUE',
				place,
				`${component.type} allows the actions ${Object.keys(allowed).join(', ')} in "${property}", not "${name.slice(0, 40)}"`,
			);
		else if (allowed && !isAtLeast(version, allowed[name]))
			findings.error(
				'INVALID_ENUM_VALUE',
				place,
				`The action "${name}" needs Flow JSON ${allowed[name]}; this flow has ${version}`,
			);
		if (name === 'navigate') checkNavigate(action, screen, screens, hasEndpoint, findings);
		if (name === 'data_exchange' && !hasEndpoint)
			findings.error(
				'MISSING_REQUIRED_PROPERTY',
				place,
				'The action "data_exchange" needs an endpoint: add "data_api_version" and "routing_model"',
			);
		if (name === 'complete' && component.type === 'Footer' && !isTrue(screen.node, 'terminal'))
			findings.error(
				'INVALID_COMPLETE_ACTION',
				place,
				`The action "complete" may only be on a terminal screen; add "terminal": true to "${screen.id}"`,
			);
		if (name === 'open_url' && textOf(action.node, 'url') === undefined)
			findings.error(
				'MISSING_REQUIRED_TYPE_PROPERTY',
				placeOf(action),
				'The action "open_url" has no "url"',
			);
		checkFiles(action, screens, screen, findings);
	}
}

function checkNavigate(
	action: Action,
	screen: Screen,
	screens: readonly Screen[],
	hasEndpoint: boolean,
	findings: Findings,
): void {
	const next = valueOf(action.node, 'next');
	const target = textOf(next, 'name');
	const code = 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME';
	if (target === undefined) {
		findings.error(
			'MISSING_REQUIRED_TYPE_PROPERTY',
			placeOf(action),
			'The action "navigate" has no "next": {"type": "screen", "name": …}',
		);
		return;
	}
	const place = placeIn(action, 'next');
	const found = screens.find(({ id }) => id === target);
	if (!found) findings.error(code, place, `There is no screen "${target.slice(0, 40)}"`);
	else if (found === screen)
		findings.error(code, place, `Screen "${target}" cannot navigate to itself`);
	else if (!hasEndpoint) checkPayload(action, found, findings);
}

/** Without an endpoint, a screen gets exactly the data that the screen before it passes on. */
function checkPayload(action: Action, target: Screen, findings: Findings): void {
	const passed = membersOf(valueOf(action.node, 'payload')).map(({ key }) => key);
	const expected = membersOf(target.data).map(({ key }) => key);
	const undeclared = passed.filter((key) => !expected.includes(key));
	const missing = expected.filter((key) => !passed.includes(key));
	const code = 'INVALID_NAVIGATE_ACTION_PAYLOAD';
	if (undeclared.length > 0)
		findings.error(
			code,
			placeIn(action, 'payload'),
			`Screen "${target.id}" does not declare ${list(undeclared)} in its "data"`,
		);
	if (missing.length > 0)
		findings.error(
			code,
			placeIn(action, 'payload'),
			`Screen "${target.id}" expects ${list(missing)}, which the payload does not have`,
		);
}

function checkFiles(
	action: Action,
	screens: readonly Screen[],
	screen: Screen,
	findings: Findings,
): void {
	const payload = { node: action.node, path: action.path };
	for (const { key, value } of membersOf(valueOf(action.node, 'payload'))) {
		const whole = value.type === 'string' ? pickerOf(value.value, screens, screen) : undefined;
		const nested = value.type === 'string' ? undefined : nestedPicker(value, screens, screen);
		const picker = whole ?? nested;
		if (!picker) continue;
		const place = { ...placeIn(payload, 'payload'), path: `${action.path}.payload.${key}` };
		const code = 'INVALID_ON_CLICK_ACTION_PAYLOAD';
		if (action.name === 'navigate')
			findings.error(
				code,
				place,
				`The files of "${picker.name}" cannot be in the payload of "navigate". Use \${screen.<ID>.form.${picker.name}} where they are needed`,
			);
		else if (nested)
			findings.error(
				code,
				place,
				`The files of "${picker.name}" must be a value of the payload itself, not inside another value`,
			);
		else if (action.name === 'complete' && mostFiles(picker) > MAX_ANSWERED_FILES)
			findings.error(
				code,
				place,
				`An answer carries up to ${MAX_ANSWERED_FILES} files; set "${maxOf(picker)}" of "${picker.name}"`,
			);
	}
}

function nestedPicker(
	node: JsonNode,
	screens: readonly Screen[],
	screen: Screen,
): Component | undefined {
	if (node.type === 'string') return pickerOf(node.value, screens, screen);
	const inner = node.type === 'array' ? node.items : membersOf(node).map(({ value }) => value);
	for (const each of inner) {
		const found = nestedPicker(each, screens, screen);
		if (found) return found;
	}
	return undefined;
}

function pickerOf(
	value: string,
	screens: readonly Screen[],
	screen: Screen,
): Component | undefined {
	const [, id, name] = /^\$\{(?:screen\.(\w+)\.)?form\.(\w+)\}$/.exec(value.trim()) ?? [];
	if (name === undefined) return undefined;
	const owner = id === undefined ? screen : screens.find((each) => each.id === id);
	const found = owner?.inputs.get(name);
	return found?.type === 'PhotoPicker' || found?.type === 'DocumentPicker' ? found : undefined;
}

function maxOf({ type }: Component): string {
	return type === 'PhotoPicker' ? 'max-uploaded-photos' : 'max-uploaded-documents';
}

/** Meta's default is 30. */
function mostFiles(picker: Component): number {
	return numberOf(picker.node, maxOf(picker)) ?? 30;
}

function list(names: readonly string[]): string {
	return names.map((name) => `"${name}"`).join(', ');
}
