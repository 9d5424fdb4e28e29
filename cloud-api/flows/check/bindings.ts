import { membersOf, pathTo, textOf, valueOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import { isDynamic } from './component';
import type { Findings, Place } from './findings';
import { placeIn, type Component, type Screen } from './screen';

const BINDING = /\$\{([^}]*)\}/g;
/** Keys whose content is checked as components of their own. */
const NESTED = new Set(['children', 'then', 'else', 'cases']);

/** Checks that every `${data…}`, `${form…}` and `${screen…}` leads to something. */
export function checkBindings(
	screen: Screen,
	screens: readonly Screen[],
	findings: Findings,
): void {
	for (const component of screen.components) {
		walk(component, ({ text, place, inPayload }) => {
			for (const [, expression] of text.matchAll(BINDING))
				checkBinding(expression.trim(), { screen, screens, place, inPayload }, findings);
			if (text.includes('${') && !isDynamic(text) && !isCondition(place.path))
				findings.warning(
					'PATTERN_MISMATCH',
					place,
					'A binding inside a text is shown as it is. From Flow JSON 6.0 write the whole value in backticks, e.g. "`\'Hello \' ${data.name}`"',
				);
		});
		if (component.type === 'If') checkCondition(component, findings);
	}
}

interface Found {
	text: string;
	place: Place;
	inPayload: boolean;
}

function walk(component: Component, visit: (found: Found) => void): void {
	const step = (node: JsonNode, path: string, inPayload: boolean): void => {
		if (node.type === 'string')
			visit({ text: node.value, place: { path, start: node.start, end: node.end }, inPayload });
		else if (node.type === 'array')
			node.items.forEach((item, index) => step(item, pathTo(path, index), inPayload));
		else
			for (const { key, value } of membersOf(node))
				step(value, pathTo(path, key), inPayload || key === 'payload');
	};
	for (const { key, value } of membersOf(component.node))
		if (!NESTED.has(key)) step(value, pathTo(component.path, key), false);
}

interface Context {
	screen: Screen;
	screens: readonly Screen[];
	place: Place;
	inPayload: boolean;
}

function checkBinding(
	expression: string,
	{ screen, screens, place, inPayload }: Context,
	findings: Findings,
): void {
	const code = inPayload ? 'INVALID_ON_CLICK_ACTION_PAYLOAD' : 'INVALID_SCREEN_DYNAMIC_DATA';
	const steps = expression.split('.');
	let owner = screen;
	if (steps[0] === 'screen') {
		const id = steps[1] ?? '';
		const found = screens.find((each) => each.id === id);
		if (!found) {
			findings.error(code, place, `\${${expression}} names a screen that does not exist`);
			return;
		}
		owner = found;
		steps.splice(0, 2);
	}
	const [source, name] = steps;
	const where = owner === screen ? 'the screen' : `screen "${owner.id}"`;
	if (name === undefined || (source !== 'data' && source !== 'form')) {
		findings.error(
			code,
			place,
			`\${${expression.slice(0, 60)}} is not a binding; write \${data.<name>}, \${form.<name>} or \${screen.<ID>.form.<name>}`,
		);
		return;
	}
	if (source === 'form' && !owner.inputs.has(name))
		findings.error(
			code,
			place,
			`\${${expression}}: ${where} has no input component with the name "${name}"`,
		);
	if (source === 'data' && !hasData(owner.data, steps.slice(1)))
		findings.error(code, place, `\${${expression}}: ${where} does not declare it in its "data"`);
}

/** Whether the data model declares a path; below an object without declared properties, anything goes. */
function hasData(model: JsonNode | undefined, path: readonly string[]): boolean {
	let schema = valueOf(model, path[0]);
	if (!schema) return false;
	for (const step of path.slice(1)) {
		const properties = valueOf(schema, 'properties');
		if (!properties) return textOf(schema, 'type') === 'object';
		schema = valueOf(properties, step);
		if (!schema) return false;
	}
	return true;
}

function isCondition(path: string): boolean {
	return path.endsWith('.condition');
}

function checkCondition(component: Component, findings: Findings): void {
	const condition = textOf(component.node, 'condition');
	if (condition === undefined) return;
	const place = placeIn(component, 'condition');
	const code = 'INVALID_PROPERTY_VALUE';
	if (!condition.includes('${'))
		findings.error(code, place, 'The condition of If needs a binding such as ${form.<name>}');
	const bare = condition.replace(/'(?:[^'\\]|\\.)*'/g, '').replace(BINDING, 'x');
	const open = bare.split('(').length - 1;
	const close = bare.split(')').length - 1;
	if (open !== close)
		findings.error(
			code,
			place,
			`The condition has ${open} opening and ${close} closing parentheses`,
		);
	if (bare.includes("'"))
		findings.error(code, place, 'A text of the condition has no closing quote');
	if (/\(\s*\)/.test(bare)) findings.error(code, place, 'The condition has empty parentheses');
	if (/(?:&&|\|\||[=!<>]=|[<>])\s*$/.test(bare))
		findings.error(code, place, 'The condition ends with an operator');
}
