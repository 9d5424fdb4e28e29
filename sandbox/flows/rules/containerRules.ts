import { isNested } from '../play/binding';
import { INPUTS } from '../play/flowJson';
import { checkDynamic, checkExpression, isDynamic } from './bindings';
import { isRaw, type FlowModel, type Placed, type ScreenModel } from './model';

function checkKeys({ issues }: FlowModel, { type, raw, path }: Placed, keys: string[]): void {
	for (const key of Object.keys(raw)) {
		if (keys.includes(key)) continue;
		issues.key('INVALID_PROPERTY_KEY', `Property '${key}' is not allowed in '${type}' component.`, [
			...path,
			key,
		]);
	}
}

function checkBranch({ issues }: FlowModel, value: unknown, path: Array<string | number>): void {
	if (Array.isArray(value) && value.length > 0)
		return checkChildren(issues, value as unknown[], path);
	issues.value('MIN_ITEMS_REQUIRED', 'Expected array to contain at least one component.', path);
}

/** Reports children that are not components. */
export function checkChildren(
	issues: FlowModel['issues'],
	children: unknown[],
	path: Array<string | number>,
): void {
	for (const [index, child] of children.entries()) {
		if (isRaw(child) && typeof child.type === 'string') continue;
		if (isRaw(child) && child.type === undefined) {
			issues.value('MISSING_REQUIRED_TYPE_PROPERTY', "Required property 'type' is missing.", [
				...path,
				index,
			]);
		} else {
			issues.value(
				'INVALID_PROPERTY_TYPE',
				`Expected property 'children[${index}]' to be a component.`,
				[...path, index],
			);
		}
	}
}

/** Checks the condition and the branches of an `If`. */
export function checkIf(flow: FlowModel, screen: ScreenModel, component: Placed): void {
	const { raw, path, ifDepth } = component;
	const { issues } = flow;
	checkKeys(flow, component, ['type', 'condition', 'then', 'else']);
	if (ifDepth >= 3)
		issues.value(
			'MAXIMUM_IF_NESTING',
			"The 'If' component can only be nested up to 3 levels deep.",
			path,
		);
	const at = [...path, 'condition'];
	if (typeof raw.condition !== 'string') {
		issues.value(
			raw.condition === undefined ? 'MISSING_REQUIRED_PROPERTY' : 'INVALID_PROPERTY_TYPE',
			raw.condition === undefined
				? "Required property 'condition' is missing."
				: "Expected property 'condition' to be of type 'string'.",
			raw.condition === undefined ? path : at,
		);
	} else {
		const text = isNested(raw.condition) ? raw.condition.slice(1, -1) : raw.condition;
		const types = checkExpression(text, { flow, screen, path: at });
		if (types && !types.includes('boolean')) {
			issues.value('INVALID_PROPERTY_VALUE', 'Expected the condition to be a boolean.', at);
		} else if (types && !/\$\{/.test(text)) {
			issues.value(
				'INVALID_PROPERTY_VALUE',
				'The condition should contain at least one dynamic variable.',
				at,
			);
		}
	}
	checkBranch(flow, raw.then, [...path, 'then']);
	if (raw.else !== undefined) checkBranch(flow, raw.else, [...path, 'else']);
}

/** Checks the value and the cases of a `Switch`. */
export function checkSwitch(flow: FlowModel, screen: ScreenModel, component: Placed): void {
	const { raw, path } = component;
	checkKeys(flow, component, ['type', 'value', 'cases']);
	const at = [...path, 'value'];
	if (isDynamic(raw.value)) checkDynamic(raw.value, { flow, screen, path: at });
	else {
		flow.issues.value(
			raw.value === undefined ? 'MISSING_REQUIRED_PROPERTY' : 'PATTERN_MISMATCH',
			raw.value === undefined
				? "Required property 'value' is missing."
				: "Property 'value' should have dynamic data format of the form ${data.your_value}.",
			raw.value === undefined ? path : at,
		);
	}
	if (!isRaw(raw.cases) || Object.keys(raw.cases).length === 0) {
		flow.issues.value(
			'EMPTY_SWITCH_CASES',
			"The 'cases' property of a Switch component cannot be empty.",
			[...path, 'cases'],
		);
		return;
	}
	for (const [name, branch] of Object.entries(raw.cases))
		checkBranch(flow, branch, [...path, 'cases', name]);
}

/** Checks a Form, its initial values, and its error messages. */
export function checkForm(flow: FlowModel, screen: ScreenModel, component: Placed): void {
	const { raw, path } = component;
	checkKeys(flow, component, ['type', 'name', 'children', 'init-values', 'error-messages']);
	if (typeof raw.name !== 'string' || raw.name.trim() === '') {
		flow.issues.value('MISSING_REQUIRED_PROPERTY', "Required property 'name' is missing.", path);
	}
	checkBranch(flow, raw.children, [...path, 'children']);
	for (const name of ['init-values', 'error-messages']) {
		const value = raw[name];
		const at = [...path, name];
		if (isDynamic(value)) checkDynamic(value, { flow, screen, path: at });
		else if (value !== undefined && !isRaw(value)) {
			flow.issues.value(
				'INVALID_PROPERTY_TYPE',
				`Expected property '${name}' to be of type 'object'.`,
				at,
			);
		} else if (isRaw(value)) {
			for (const [key, entry] of Object.entries(value)) {
				const type = screen.inputs.get(key)?.type ?? '';
				if (!INPUTS.has(type))
					flow.issues.key(
						'INVALID_PROPERTY_KEY',
						`Property '${key}' is not allowed in '${name}': the form has no such component.`,
						[...at, key],
					);
				else if (name === 'init-values' && /^(Photo|Document)Picker$/.test(type)) {
					flow.issues.key(
						'NATIVE_COMPONENT_IN_FORM_INIT_VALUES',
						`Property 'init-values' should not contain value for components: [${key}].`,
						[...at, key],
					);
				} else if (isDynamic(entry)) checkDynamic(entry, { flow, screen, path: [...at, key] });
			}
		}
	}
}
