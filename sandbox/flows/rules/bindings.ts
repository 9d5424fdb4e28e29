/* eslint-disable @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import { isNested } from '../play/binding';
import {
	ExpressionError,
	parseExpression,
	referenceOf,
	type Expression,
	type Reference,
} from '../play/expression';
import { typesOfInput, type DataType, type FlowModel, type ScreenModel } from './model';
import type { Path } from './positions';

/** Where a binding stands. */
export interface BindingSite {
	flow: FlowModel;
	screen: ScreenModel;
	path: Path;
	/** In the payload of an action: other error codes. */
	payload?: boolean;
}

const codeOf = ({ payload }: BindingSite) =>
	payload ? 'INVALID_ON_CLICK_ACTION_PAYLOAD' : 'INVALID_SCREEN_DYNAMIC_DATA';

/** Whether a value is a binding or a nested expression. */
export function isDynamic(value: unknown): value is string {
	return typeof value === 'string' && (isNested(value) || /\$\{[^}]*\}/.test(value));
}

/** Checks a dynamic value and returns the types it can have; `undefined`: unknown or wrong. */
export function checkDynamic(text: string, site: BindingSite): DataType[] | undefined {
	const { flow, path } = site;
	if (isNested(text)) {
		if (flow.version < 60) {
			flow.issues.value(
				'PATTERN_MISMATCH',
				'Nested expressions require Flow JSON version 6.0 or later.',
				path,
			);
			return undefined;
		}
		return checkExpression(text.slice(1, -1), site);
	}
	const reference = referenceOf(text);
	if (!reference) {
		flow.issues.value(
			'PATTERN_MISMATCH',
			`Property should have dynamic data format of the form \${screen.data.your_value} or \${data.your_value}, but found '${text}'. To combine text and bindings, enclose the expression in backticks.`,
			path,
		);
		return undefined;
	}
	return typesOf(reference, text, site);
}

/** Checks a nested expression or a condition, and returns its types. */
export function checkExpression(text: string, site: BindingSite): DataType[] | undefined {
	try {
		return expressionTypes(parseExpression(text), site);
	} catch (error) {
		if (!(error instanceof ExpressionError)) throw error;
		site.flow.issues.value('INVALID_PROPERTY_VALUE', `${error.message} in '${text}'.`, site.path);
		return undefined;
	}
}

function expressionTypes(expression: Expression, site: BindingSite): DataType[] | undefined {
	switch (expression.kind) {
		case 'literal':
			return [typeof expression.value as DataType];
		case 'reference':
			return typesOf(expression.reference, expression.text, site);
		case 'concat':
			for (const part of expression.parts) expressionTypes(part, site);
			return ['string'];
		case 'not':
			return expectOperand(expression.of, ['boolean'], '!', site, ['boolean']);
		case 'negate':
			return expectOperand(expression.of, ['number'], '-', site, ['number']);
		case 'binary':
			return binaryTypes(expression, site);
	}
}

function binaryTypes(
	{ operator, left, right }: Extract<Expression, { kind: 'binary' }>,
	site: BindingSite,
): DataType[] {
	if (operator === '==' || operator === '!=') {
		const [a, b] = [expressionTypes(left, site), expressionTypes(right, site)];
		if (a && b && !a.some((type) => fits(type, b))) {
			site.flow.issues.value(
				'INVALID_PROPERTY_VALUE',
				`Type mismatch in an equality operation between '${a[0]}' and '${b[0]}'.`,
				site.path,
			);
		}
		return ['boolean'];
	}
	const logical = operator === '&&' || operator === '||';
	const operand: DataType[] = [logical ? 'boolean' : 'number'];
	expectOperand(left, operand, operator, site, operand);
	expectOperand(right, operand, operator, site, operand);
	return '<=>='.includes(operator) || logical ? ['boolean'] : ['number'];
}

function expectOperand(
	expression: Expression,
	allowed: DataType[],
	operator: string,
	site: BindingSite,
	result: DataType[],
): DataType[] {
	const types = expressionTypes(expression, site);
	if (types && !types.some((type) => fits(type, allowed))) {
		site.flow.issues.value(
			'INVALID_PROPERTY_VALUE',
			`Operand with type '${types[0]}' is not supported by operator '${operator}'.`,
			site.path,
		);
	}
	return result;
}

/** Whether a type is one of these; integers are numbers. */
export function fits(type: DataType, allowed: readonly DataType[]): boolean {
	const plain = (one: DataType) => (one === 'integer' ? 'number' : one);
	return allowed.some((one) => plain(one) === plain(type));
}

function typesOf(reference: Reference, text: string, site: BindingSite): DataType[] | undefined {
	const { flow, path } = site;
	const screen = screenOf(reference, text, site);
	if (!screen) return undefined;
	const [name, ...rest] = reference.path;
	if (reference.store === 'form') {
		const input = screen.inputs.get(name);
		if (input) return rest.length === 0 ? typesOfInput(input) : undefined;
		flow.issues.value(
			codeOf(site),
			reference.screen
				? `Global dynamic data '${text}' does not exist on screen '${screen.id}' but is used on screen '${site.screen.id}'.`
				: `Missing Form component ${text} for screen '${screen.id}'.`,
			path,
		);
		return undefined;
	}
	let model: Record<string, unknown> | undefined = screen.data.get(name)?.raw;
	for (const part of rest) {
		model = (model?.properties as Record<string, Record<string, unknown>> | undefined)?.[part];
	}
	if (model) return typeof model.type === 'string' ? [model.type as DataType] : undefined;
	flow.issues.value(
		codeOf(site),
		site.payload
			? `Missing dynamic data '${text}' in the data model for screen ${screen.id}.`
			: `Missing dynamic data '${text}' in the screen data model.`,
		path,
	);
	return undefined;
}

function screenOf(
	reference: Reference,
	text: string,
	{ flow, screen, path }: BindingSite,
): ScreenModel | undefined {
	if (reference.screen === undefined) return screen;
	if (reference.screen === screen.id) {
		flow.issues.value(
			'INVALID_SCREEN_DYNAMIC_DATA',
			`Global dynamic data '${text}' is invalid since screen '${screen.id}' represents current screen. Convert expression to local referencing of the form \${${reference.store}.<property>}.`,
			path,
		);
		return undefined;
	}
	const found = flow.screens.find(({ id }) => id === reference.screen);
	if (!found) {
		flow.issues.value(
			'INVALID_SCREEN_DYNAMIC_DATA',
			`The screen id '${reference.screen}' referenced in the dynamic binding expression '${text}' does not exist.`,
			path,
		);
	}
	return found;
}
