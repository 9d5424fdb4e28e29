import { INPUTS } from '../play/flowJson';
import { isRaw, type FlowModel, type Placed, type ScreenModel } from './model';

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

/** Counts the components that can be seen together: the fullest branch of a condition. */
function most(children: unknown, type: string): number {
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

/** Checks which components stand together on a screen, and how many of each. */
export function checkPlacement(flow: FlowModel, screen: ScreenModel): void {
	checkCounts(flow, screen);
	checkNames(flow, screen);
	checkAlone(flow, screen);
	checkFooters(flow, screen);
}
