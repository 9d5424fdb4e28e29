/** A reference in a Flow JSON: `data.name`, `form.name`, `screen.FIRST.form.name`. */
export interface Reference {
	/** Another screen; without it, the current one. */
	screen?: string;
	store: 'data' | 'form';
	path: string[];
}

/** A parsed nested expression (Flow JSON: "Nested expressions") or condition. */
export type Expression =
	| { kind: 'literal'; value: string | number | boolean }
	| { kind: 'reference'; reference: Reference; text: string }
	| { kind: 'not' | 'negate'; of: Expression }
	| { kind: 'binary'; operator: string; left: Expression; right: Expression }
	| { kind: 'concat'; parts: Expression[] };

/** An expression that cannot be read. The message is for people. */
export class ExpressionError extends Error {}

/** By precedence, the loosest first. */
const LEVELS = [['||'], ['&&'], ['==', '!='], ['<=', '>=', '<', '>'], ['+', '-'], ['/', '%']];
const TOKEN =
	/\s*(?:(\$\{[^}]*\})|('(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|(true|false)\b|(\|\||&&|==|!=|<=|>=|[<>+\-/%!()]))/y;

interface Token {
	type: 'reference' | 'string' | 'number' | 'boolean' | 'operator';
	text: string;
}

/** The reference inside `${…}`, or `undefined` if it has another form. */
export function referenceOf(text: string): Reference | undefined {
	const found = /^\$\{(?:screen\.([A-Za-z_]+)\.)?(data|form)\.([\w-]+(?:\.[\w-]+)*)\}$/.exec(
		text.trim(),
	);
	if (!found) return undefined;
	const [, screen, store, path] = found;
	return { ...(screen ? { screen } : {}), store: store as 'data' | 'form', path: path.split('.') };
}

/** Parses the text between the backticks, or a condition. Throws {@link ExpressionError}. */
export function parseExpression(text: string): Expression {
	const tokens = tokensOf(text);
	if (tokens.length === 0) throw new ExpressionError('The expression is empty');
	let at = 0;
	const isOperator = (...texts: string[]) =>
		tokens[at]?.type === 'operator' && texts.includes(tokens[at].text);

	const concat = (): Expression => {
		const parts = [level(0)];
		while (at < tokens.length && !isOperator(')')) parts.push(level(0));
		return parts.length === 1 ? parts[0] : { kind: 'concat', parts };
	};
	const level = (index: number): Expression => {
		if (index === LEVELS.length) return unary();
		let left = level(index + 1);
		while (isOperator(...LEVELS[index])) {
			const operator = tokens[at++].text;
			left = { kind: 'binary', operator, left, right: level(index + 1) };
		}
		return left;
	};
	const unary = (): Expression => {
		if (isOperator('!', '-')) {
			const kind = tokens[at++].text === '!' ? 'not' : 'negate';
			return { kind, of: unary() };
		}
		return primary();
	};
	const primary = (): Expression => {
		const token = tokens[at++];
		if (!token) throw new ExpressionError('An operand is missing at the end');
		if (token.type === 'string') {
			return { kind: 'literal', value: token.text.slice(1, -1).replace(/\\(.)/g, '$1') };
		}
		if (token.type === 'number') return { kind: 'literal', value: Number(token.text) };
		if (token.type === 'boolean') return { kind: 'literal', value: token.text === 'true' };
		if (token.type === 'reference') {
			const reference = referenceOf(token.text);
			if (!reference) throw new ExpressionError(`Invalid operand format '${token.text}'`);
			return { kind: 'reference', reference, text: token.text };
		}
		if (token.text !== '(')
			throw new ExpressionError(`Wrong positioning of operator '${token.text}'`);
		const inner = concat();
		if (!isOperator(')')) throw new ExpressionError('Missing closing parenthesis.');
		at++;
		return inner;
	};

	const whole = concat();
	if (at < tokens.length) throw new ExpressionError(`Wrong positioning of '${tokens[at].text}'`);
	return whole;
}

function tokensOf(text: string): Token[] {
	const types = ['reference', 'string', 'number', 'boolean', 'operator'] as const;
	const tokens: Token[] = [];
	let at = 0;
	while (text.slice(at).trim() !== '') {
		TOKEN.lastIndex = at;
		const found = TOKEN.exec(text);
		if (!found) throw new ExpressionError(`Unexpected character '${text.slice(at).trim()[0]}'`);
		const index = types.findIndex((_, position) => found[position + 1] !== undefined);
		tokens.push({ type: types[index], text: found[index + 1] });
		at = TOKEN.lastIndex;
	}
	return tokens;
}

/** All references of an expression. */
export function referencesOf(
	expression: Expression,
): Array<{ reference: Reference; text: string }> {
	switch (expression.kind) {
		case 'literal':
			return [];
		case 'reference':
			return [{ reference: expression.reference, text: expression.text }];
		case 'binary':
			return [...referencesOf(expression.left), ...referencesOf(expression.right)];
		case 'concat':
			return expression.parts.flatMap(referencesOf);
		default:
			return referencesOf(expression.of);
	}
}
