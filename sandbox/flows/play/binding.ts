import { parseExpression, referenceOf, type Expression, type Reference } from './expression';

/** What a screen's bindings read: the value of a reference, `undefined` if there is none. */
export type Scope = (reference: Reference) => unknown;

/** Whether a text is a nested expression: it is enclosed in backticks (Flow JSON 6.0). */
export function isNested(text: string): boolean {
	return text.length > 1 && text.startsWith('`') && text.endsWith('`');
}

/** The value of an expression. A reference without a value counts as an empty text, 0, or false. */
export function evaluate(expression: Expression, scope: Scope): unknown {
	switch (expression.kind) {
		case 'literal':
			return expression.value;
		case 'reference':
			return scope(expression.reference);
		case 'not':
			return !truth(evaluate(expression.of, scope));
		case 'negate':
			return -number(evaluate(expression.of, scope));
		case 'concat':
			return expression.parts.map((part) => textOf(evaluate(part, scope))).join('');
		case 'binary':
			return binary(
				expression.operator,
				evaluate(expression.left, scope),
				evaluate(expression.right, scope),
			);
	}
}

function binary(operator: string, left: unknown, right: unknown): unknown {
	switch (operator) {
		case '||':
			return truth(left) || truth(right);
		case '&&':
			return truth(left) && truth(right);
		case '==':
			return same(left, right);
		case '!=':
			return !same(left, right);
		case '<':
			return number(left) < number(right);
		case '<=':
			return number(left) <= number(right);
		case '>':
			return number(left) > number(right);
		case '>=':
			return number(left) >= number(right);
		case '+':
			return number(left) + number(right);
		case '-':
			return number(left) - number(right);
		default: {
			// Division by zero or by nothing is 0 (Flow JSON: "Math operations").
			const divisor = number(right);
			if (divisor === 0) return 0;
			return operator === '/' ? number(left) / divisor : number(left) % divisor;
		}
	}
}

/** Equal as the other side's type: what a person typed is a text, even in a number field. */
function same(left: unknown, right: unknown): boolean {
	if (typeof left === 'number' || typeof right === 'number') {
		return left !== '' && right !== '' && number(left) === number(right);
	}
	if (typeof left === 'boolean' || typeof right === 'boolean') return truth(left) === truth(right);
	return textOf(left) === textOf(right);
}

function truth(value: unknown): boolean {
	return value === true || value === 'true';
}

function number(value: unknown): number {
	const result = typeof value === 'number' ? value : Number(value ?? 0);
	return Number.isFinite(result) ? result : 0;
}

/** A value as a text of the screen. */
export function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

/** Whether a condition of `If` is true. Backticks around it are optional. */
export function holds(condition: unknown, scope: Scope): boolean {
	if (typeof condition === 'boolean') return condition;
	const text = String(condition ?? '');
	return truth(evaluate(parseExpression(isNested(text) ? text.slice(1, -1) : text), scope));
}

/** A property with its bindings replaced. Objects and arrays are resolved inside. */
export function resolve(value: unknown, scope: Scope): unknown {
	if (typeof value === 'string') {
		if (isNested(value)) return evaluate(parseExpression(value.slice(1, -1)), scope);
		const reference = referenceOf(value);
		return reference ? scope(reference) : value;
	}
	if (Array.isArray(value)) return value.map((entry) => resolve(entry, scope));
	if (value !== null && typeof value === 'object') {
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [
				key,
				// Actions are resolved when they run.
				key.endsWith('-action') ? entry : resolve(entry, scope),
			]),
		);
	}
	return value;
}
