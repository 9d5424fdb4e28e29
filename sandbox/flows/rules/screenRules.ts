import { checkComponent } from './componentRules';
import { checkDataModel } from './dataModel';
import { isRaw, type FlowModel, type ScreenModel } from './model';
import { checkPlacement } from './placementRules';
import { checkShape } from './screenShape';

const MAX_COMPONENTS = 50;

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
	checkPlacement(flow, screen);
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
