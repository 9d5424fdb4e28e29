import type { ZodIssue, ZodType, ZodTypeDef } from 'zod/v3';
import { InvalidInputError } from '../errors/cloudApiError';

/**
 * The input, checked and typed by its schema.
 *
 * The schemas are built from {@link ./schema}, whose issues are sentences for users: they name the field,
 * the limit and the actual size. `#` in a sentence stands for the position in the list the issue lies in.
 *
 * @throws InvalidInputError for the first thing that WhatsApp would reject; `field` is its path, e.g. `buttons[3].title`
 */
export function check<T>(schema: ZodType<T, ZodTypeDef, unknown>, input: unknown): T {
	const result = schema.safeParse(input);
	if (result.success) return result.data;
	const issue = deepest(result.error.issues[0]);
	const positions = issue.path.filter((step) => typeof step === 'number').map((index) => index + 1);
	throw new InvalidInputError(
		pathText(issue.path),
		sentence(issue).replace(/#/g, () => String(positions.shift() ?? '')),
		fix(issue),
	);
}

/** The issue inside a union that comes from the branch that fits best: the one that got furthest. */
function deepest(issue: ZodIssue): ZodIssue {
	if (issue.code !== 'invalid_union') return issue;
	const issues = issue.unionErrors.map((error) => deepest(error.issues[0]));
	return issues.sort((a, b) => b.path.length - a.path.length)[0];
}

function sentence(issue: ZodIssue): string {
	if (issue.code === 'custom') return issue.message;
	const name = pathText(issue.path) || 'The input';
	if (issue.code === 'unrecognized_keys') {
		return `${name} has the unknown ${issue.keys.length === 1 ? 'field' : 'fields'} ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
	}
	if (issue.code === 'invalid_type') {
		if (issue.received === 'undefined' || issue.received === 'null') return `${name} is missing`;
		return `${name} must be ${article(issue.expected)}, not ${article(issue.received)}`;
	}
	return `${name}: ${issue.message}`;
}

function fix(issue: ZodIssue): string {
	if (issue.code === 'custom' && typeof issue.params?.fix === 'string') return issue.params.fix;
	if (issue.code === 'unrecognized_keys') {
		return 'Check the spelling, or remove it; nothing is dropped silently and nothing was sent.';
	}
	return 'Correct this value and run the workflow again; nothing was sent.';
}

function pathText(path: Array<string | number>): string {
	return path.reduce<string>(
		(text, step) =>
			typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step,
		'',
	);
}

function article(type: string): string {
	return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
