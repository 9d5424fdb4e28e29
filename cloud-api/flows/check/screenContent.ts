import { membersOf, textOf, valueOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import { isAtLeast } from '../versions';
import { COMPONENTS } from './components';
import type { Findings } from './findings';
import { placeIn, placeOf, type Component, type Screen } from './screen';

const MAX_NESTED_IFS = 3;

/** Checks what may be together on one screen: counts, names, forms, and footers. */
export function checkContent(screen: Screen, version: string, findings: Findings): void {
	checkCounts(screen, findings);
	checkNames(screen, findings);
	checkForms(screen, findings);
	checkAlone(screen, version, findings);
	checkFooters(screen, findings);
	for (const component of screen.components) {
		const depth = component.inside.filter((type) => type === 'If').length;
		if (component.type === 'If' && depth >= MAX_NESTED_IFS)
			findings.error(
				'INVALID_PROPERTY_VALUE',
				placeOf(component),
				`If may be nested up to ${MAX_NESTED_IFS} times`,
			);
		if (component.type === 'Switch' && isEmptyObject(valueOf(component.node, 'cases')))
			findings.error(
				'INVALID_PROPERTY_VALUE',
				placeIn(component, 'cases'),
				'A Switch needs at least one case',
			);
	}
}

function checkCounts({ id, components }: Screen, findings: Findings): void {
	for (const [type, { perScreen }] of Object.entries(COMPONENTS)) {
		const found = components.filter((component) => component.type === type);
		if (perScreen === undefined || found.length <= perScreen) continue;
		findings.error(
			`MAX_${type.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase()}_PER_SCREEN`,
			placeOf(found[perScreen]),
			`Screen "${id}" has ${found.length} components ${type}; the limit is ${perScreen}`,
		);
	}
	const pickers = components.filter(isPicker);
	if (new Set(pickers.map(({ type }) => type)).size === 2)
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeOf(pickers[1]),
			`Screen "${id}" has a PhotoPicker and a DocumentPicker; only one of them may be on a screen`,
		);
}

function checkNames({ components }: Screen, findings: Findings): void {
	const names = new Set<string>();
	for (const component of components) {
		const { name, type } = component;
		if (name === undefined || !COMPONENTS[type]?.input) continue;
		if (names.has(name))
			findings.error(
				'DUPLICATE_FORM_COMPONENT_NAMES',
				placeIn(component, 'name'),
				`Another component of the screen has the name "${name}"`,
			);
		names.add(name);
	}
}

function checkForms({ components }: Screen, findings: Findings): void {
	const forms = components.filter(({ type }) => type === 'Form');
	if (forms.length === 0) return;
	for (const component of components)
		if (COMPONENTS[component.type]?.input && !component.inside.includes('Form'))
			findings.error(
				'COMPONENTS_OUTSIDE_FORM',
				placeOf(component),
				`${component.type} must be inside the Form, because the screen has one`,
			);
	const pickers = new Map(components.filter(isPicker).map((picker) => [picker.name, picker.type]));
	for (const form of forms)
		for (const { key } of membersOf(valueOf(form.node, 'init-values')))
			if (pickers.has(key))
				findings.error(
					'NATIVE_COMPONENT_IN_FORM_INIT_VALUES',
					placeIn(form, 'init-values'),
					`"init-values" cannot fill the ${pickers.get(key)} "${key}"`,
				);
}

/** Components that tolerate no others on their screen. */
function checkAlone({ components }: Screen, version: string, findings: Findings): void {
	const rich = components.find(({ type }) => type === 'RichText');
	const beside = components.find(
		({ type }) =>
			type !== 'RichText' && type !== 'Form' && !(type === 'Footer' && isAtLeast(version, '6.3')),
	);
	if (rich && beside)
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeOf(beside),
			isAtLeast(version, '6.3')
				? 'Only a Footer may be on a screen with RichText'
				: 'RichText must be alone on its screen before Flow JSON 6.3',
		);
	const list = components.find(({ type }) => type === 'NavigationList');
	const other = components.find(({ type }) => type !== 'NavigationList');
	if (list && other)
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeOf(other),
			'Only NavigationLists may be on a screen with a NavigationList',
		);
}

function checkFooters({ id, components }: Screen, findings: Findings): void {
	const outside = components.filter(
		({ type, inside }) => type === 'Footer' && !inside.includes('If') && !inside.includes('Switch'),
	);
	const branching = components.filter(({ type }) => type === 'If' || type === 'Switch');
	const withFooter = branching.filter(({ path }) =>
		components.some((component) => component.type === 'Footer' && isBelow(component, path)),
	);
	if (outside.length + withFooter.filter(({ inside }) => !inside.includes('If')).length > 1)
		findings.error(
			'MORE_THAN_ONE_FOOTER',
			placeOf(outside[1] ?? outside[0] ?? withFooter[1]),
			`Screen "${id}" has more than one Footer`,
		);
	for (const branch of withFooter) {
		const branches = branchesOf(branch);
		if (branches.every((nodes) => nodes.some((node) => textOf(node, 'type') === 'Footer')))
			continue;
		findings.error(
			branch.type === 'If'
				? 'MISSING_FOOTER_IN_IF_ELSE_BRANCHES'
				: 'MISSING_FOOTER_IN_SWITCH_BRANCHES',
			placeOf(branch),
			branch.type === 'If'
				? 'A Footer in one branch of If must also be in the other'
				: 'A Footer in one case of Switch must be in all of them',
		);
	}
}

function branchesOf({ node, type }: Component): JsonNode[][] {
	const branches =
		type === 'If'
			? [valueOf(node, 'then'), valueOf(node, 'else')]
			: membersOf(valueOf(node, 'cases')).map(({ value }) => value);
	return branches.map((branch) => (branch?.type === 'array' ? branch.items : []));
}

function isBelow(component: Component, path: string): boolean {
	return component.path.startsWith(`${path}.`);
}

function isPicker({ type }: Component): boolean {
	return type === 'PhotoPicker' || type === 'DocumentPicker';
}

function isEmptyObject(node: JsonNode | undefined): boolean {
	return node?.type === 'object' && node.members.length === 0;
}
