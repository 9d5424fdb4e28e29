import { checkChildren, checkComponent } from './componentRules';
import { checkDataModel } from './dataModel';
import { INPUTS } from '../play/flowJson';
import { isRaw, type FlowModel, type Placed, type Raw, type ScreenModel } from './model';
import type { Path } from './positions';

const SCREEN_KEYS = [
	'id',
	'title',
	'terminal',
	'success',
	'refresh_on_back',
	'sensitive',
	'data',
	'layout',
];
const FLAGS = ['terminal', 'success', 'refresh_on_back'];
const MAX_COMPONENTS = 50;
/** Components of a type per screen. A Form per screen from 7.0. */
const MAX_PER_SCREEN: Record<string, number> = {
	EmbeddedLink: 2,
	Footer: 1,
	Image: 3,
	OptIn: 5,
	PhotoPicker: 1,
	DocumentPicker: 1,
	NavigationList: 2,
	ImageCarousel: 2,
	Form: 1,
};
const ID = /^(?!_+$)[a-zA-Z_]+$/;

/** Checks the shape of the list of screens and of each screen. */
export function checkScreens(flow: FlowModel): void {
	const { raw, issues } = flow;
	if (!Array.isArray(raw.screens)) {
		return issues.value(
			raw.screens === undefined ? 'MISSING_REQUIRED_PROPERTY' : 'INVALID_PROPERTY_TYPE',
			raw.screens === undefined
				? "Required property 'screens' is missing."
				: "Expected property 'screens' to be of type 'array'.",
			raw.screens === undefined ? [] : ['screens'],
		);
	}
	if (raw.screens.length === 0) {
		issues.value('MIN_ITEMS_REQUIRED', "Property 'screens' should have at least '1' items.", [
			'screens',
		]);
	}
	for (const [index, screen] of (raw.screens as unknown[]).entries()) {
		if (isRaw(screen)) checkShape(flow, screen, ['screens', index]);
		else
			issues.value(
				'INVALID_PROPERTY_TYPE',
				`Expected property 'screens[${index}]' to be of type 'object'.`,
				['screens', index],
			);
	}
	const seen = new Set<string>();
	for (const screen of flow.screens) {
		if (seen.has(screen.id)) {
			issues.value('DUPLICATE_SCREEN_IDS', `Duplicate screen id found: '${screen.id}'.`, [
				...screen.path,
				'id',
			]);
		}
		seen.add(screen.id);
		checkScreen(flow, screen);
	}
	checkTerminals(flow);
	const carousels = flow.screens.flatMap(({ components }) =>
		components.filter(({ type }) => type === 'ImageCarousel'),
	);
	if (carousels.length > 3) {
		issues.value(
			'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
			`Maximum number of ImageCarousel allowed per Flow is 3 but found ${carousels.length}.`,
			[...carousels[3].path, 'type'],
		);
	}
}

function checkShape({ issues, endpoint }: FlowModel, screen: Raw, path: Path): void {
	for (const name of ['id', 'title', 'layout']) {
		if (screen[name] === undefined) {
			issues.value('MISSING_REQUIRED_PROPERTY', `Required property '${name}' is missing.`, path);
		}
	}
	for (const key of Object.keys(screen)) {
		if (SCREEN_KEYS.includes(key)) continue;
		issues.key('INVALID_PROPERTY_KEY', `Property '${key}' is not allowed.`, [...path, key]);
	}
	for (const name of FLAGS) {
		if (screen[name] === undefined || typeof screen[name] === 'boolean') continue;
		issues.value(
			'INVALID_PROPERTY_TYPE',
			`Expected property '${name}' to be of type 'boolean' but found '${typeof screen[name]}'.`,
			[...path, name],
		);
	}
	const { id, title, layout } = screen;
	if (id !== undefined && (typeof id !== 'string' || !ID.test(id))) {
		issues.value(
			'PATTERN_MISMATCH',
			"Property 'id' should only consist of alphabets and underscores.",
			[...path, 'id'],
		);
	}
	if (id === 'SUCCESS') {
		issues.value(
			'SCREEN_ID_IS_RESERVED_KEYWORD',
			"Screen id cannot be 'SUCCESS' since it is a reserved keyword.",
			[...path, 'id'],
		);
	}
	if (title !== undefined && (typeof title !== 'string' || title.trim() === '')) {
		issues.value('PATTERN_MISMATCH', "Property 'title' should not be blank or an empty string.", [
			...path,
			'title',
		]);
	}
	if (screen.success !== undefined && screen.terminal !== true) {
		issues.key(
			'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
			"Property 'success' can only be specified on a terminal screen.",
			[...path, 'success'],
		);
	}
	if (screen.refresh_on_back === true && !endpoint) {
		issues.value(
			'INVALID_PROPERTY_VALUE',
			"Property 'refresh_on_back' can be true only when property 'data_api_version' is set.",
			[...path, 'refresh_on_back'],
		);
	}
	if (layout !== undefined) checkLayout(issues, layout, [...path, 'layout']);
}

function checkLayout(issues: FlowModel['issues'], layout: unknown, path: Path): void {
	if (!isRaw(layout) || layout.type !== 'SingleColumnLayout') {
		return issues.value(
			'INVALID_PROPERTY_VALUE',
			"Invalid value found for property 'layout'. Expected an object of the type 'SingleColumnLayout'.",
			path,
		);
	}
	for (const key of Object.keys(layout)) {
		if (key !== 'type' && key !== 'children') {
			issues.key('INVALID_PROPERTY_KEY', `Property '${key}' is not allowed.`, [...path, key]);
		}
	}
	if (!Array.isArray(layout.children) || layout.children.length === 0) {
		return issues.value(
			'MIN_ITEMS_REQUIRED',
			"Property 'children' should have at least '1' items.",
			path,
		);
	}
	checkChildren(issues, layout.children as unknown[], [...path, 'children']);
}

function checkScreen(flow: FlowModel, screen: ScreenModel): void {
	const { issues } = flow;
	const { components, raw, path } = screen;
	checkDataModel(flow, screen);
	for (const component of components) checkComponent(flow, screen, component);
	if (components.length > MAX_COMPONENTS) {
		issues.value(
			'MAX_ALLOWED_COMPONENTS_PER_SCREEN',
			`Maximum number of components allowed per screen is ${MAX_COMPONENTS} but found ${components.length}.`,
			[...path, 'layout'],
		);
	}
	checkCounts(flow, screen);
	checkNames(flow, screen);
	checkAlone(flow, screen);
	checkFooters(flow, screen);
	if (raw.sensitive === undefined) return;
	const missing = Array.isArray(raw.sensitive)
		? (raw.sensitive as unknown[]).filter((name) => !screen.inputs.has(String(name)))
		: [raw.sensitive];
	if (missing.length > 0) {
		issues.value(
			'INVALID_SENSITIVE_FIELD',
			`No component corresponding to the sensitive field '${missing.join("', '")}' can be found in screen '${screen.id}'.`,
			[...path, 'sensitive'],
		);
	}
}

/** Counts the components that can be seen together: the fullest branch of a condition. */
export function most(children: unknown, type: string): number {
	if (!Array.isArray(children)) return 0;
	return (children as unknown[]).reduce<number>((sum, child) => {
		if (!isRaw(child)) return sum;
		if (child.type === 'If') return sum + Math.max(most(child.then, type), most(child.else, type));
		if (child.type === 'Switch' && isRaw(child.cases)) {
			return sum + Math.max(0, ...Object.values(child.cases).map((branch) => most(branch, type)));
		}
		return sum + (child.type === type ? 1 : 0) + most(child.children, type);
	}, 0);
}

function checkCounts({ issues, version }: FlowModel, { raw, components }: ScreenModel): void {
	const children = isRaw(raw.layout) ? raw.layout.children : [];
	for (const [type, limit] of Object.entries(MAX_PER_SCREEN)) {
		if (type === 'Form' && version < 70) continue;
		const count = most(children, type);
		if (count <= limit) continue;
		const places = components
			.filter((one) => one.type === type)
			.map((one) => [...one.path, 'type']);
		issues.value(
			'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
			`Maximum number of ${type} allowed per screen is ${limit} but found ${count}.`,
			places[limit] ?? places[0],
		);
	}
	if (most(children, 'PhotoPicker') > 0 && most(children, 'DocumentPicker') > 0) {
		const picker = components.find(({ type }) => type === 'DocumentPicker') as Placed;
		issues.value(
			'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
			'You can only have a maximum of 1 component of type PhotoPicker or DocumentPicker per screen.',
			[...picker.path, 'type'],
		);
	}
}

function checkNames({ issues }: FlowModel, { components }: ScreenModel): void {
	const seen = new Set<string>();
	const form = components.some(({ type }) => type === 'Form');
	for (const { type, raw, path, inForm, conditional } of components) {
		if (form && !inForm && INPUTS.has(type)) {
			issues.value(
				'COMPONENTS_OUTSIDE_FORM',
				`Component '${type}' is not allowed outside Form when Form component is present.`,
				[...path, 'type'],
			);
		}
		if (typeof raw.name !== 'string') continue;
		// The branches of a condition can have the same field: only one of them is shown.
		if (seen.has(raw.name) && !conditional) {
			issues.value(
				'DUPLICATE_FORM_COMPONENT_NAMES',
				`Duplicate name found for Form components: '${raw.name}'.`,
				[...path, 'name'],
			);
		}
		seen.add(raw.name);
	}
}

function checkAlone({ issues, version }: FlowModel, { components, terminal }: ScreenModel): void {
	const rich = components.find(({ type }) => type === 'RichText');
	const fitsRich = (type: string) => type === 'Footer' && version >= 63;
	const other = components.find((one) => one !== rich && !fitsRich(one.type));
	if (rich && other) {
		issues.value(
			'INVALID_RICHTEXT_PLACEMENT',
			'RichText cannot be used with other components on the same screen. Please either remove RichText or ensure that it is the only component on the screen.',
			[...rich.path, 'type'],
		);
	}
	const navigation = components.find(({ type }) => type === 'NavigationList');
	if (!navigation) return;
	if (components.some(({ type }) => type !== 'NavigationList')) {
		issues.value(
			'INVALID_COMPONENT_PLACEMENT',
			'Only up to 2 NavigationList components can be used per screen. Please remove other components.',
			[...navigation.path, 'type'],
		);
	}
	if (terminal) {
		issues.value(
			'INVALID_COMPONENT_PLACEMENT',
			'NavigationList cannot be used on a terminal screen.',
			[...navigation.path, 'type'],
		);
	}
}

function checkFooters({ issues }: FlowModel, { components }: ScreenModel): void {
	for (const { type, raw, path, ifDepth } of components) {
		if (type === 'If') {
			const [then, other] = [most(raw.then, 'Footer'), most(raw.else, 'Footer')];
			if (then > 0 !== other > 0) {
				issues.value(
					'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
					"Missing Footer inside one of the 'If' component branches. Branch 'else' should exist and contain one Footer.",
					path,
				);
			}
		}
		if (type === 'Footer' && ifDepth > 1) {
			issues.value(
				'INVALID_COMPONENT_PLACEMENT',
				"Footer can only be used inside an 'If' of the first level.",
				[...path, 'type'],
			);
		}
		if (type !== 'Switch' || !isRaw(raw.cases)) continue;
		const counts = Object.values(raw.cases).map((branch) => most(branch, 'Footer'));
		if (counts.some((count) => count > 0) && counts.some((count) => count === 0)) {
			issues.value(
				'MISSING_FOOTER_IN_SWITCH_BRANCHES',
				'Footer component must be present in all switch cases if it exists in one of the cases.',
				path,
			);
		}
	}
}

function checkTerminals({ screens, issues }: FlowModel): void {
	if (screens.length === 0) return;
	const terminals = screens.filter(({ terminal }) => terminal);
	if (terminals.length === 0) {
		return issues.value(
			'MISSING_TERMINAL_SCREEN',
			'Terminal screen is required but not provided.',
			['screens'],
		);
	}
	for (const { id, components, path } of terminals) {
		if (components.some(({ type }) => type === 'Footer')) continue;
		issues.value(
			'MISSING_FOOTER_ON_TERMINAL_SCREEN',
			`Footer component is missing on terminal screen '${id}'.`,
			path,
		);
	}
	if (terminals.every(({ raw }) => raw.success === false)) {
		issues.value(
			'INVALID_PROPERTY_VALUE',
			"At least one terminal screen must have property 'success' set as true.",
			[...terminals[0].path, 'success'],
		);
	}
}
