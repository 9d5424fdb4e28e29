import { z } from 'zod/v3';
import { GraphError, invalidParameter, rejection } from '../graph/errors';

/** Length in code points, as WhatsApp counts characters. */
export function lengthOf(text: string): number {
	let length = 0;
	for (const character of text) if (character) length += 1;
	return length;
}

/** Codes that a rule can set with `params: { code }`. */
type Code = 100 | 131008 | 131009;

/** Reports a violated rule. */
export function addIssue(
	context: z.RefinementCtx,
	message: string,
	path: Array<string | number> = [],
	code?: Code,
): void {
	context.addIssue({ code: 'custom', message, path, params: code ? { code } : {} });
}

/** Text of `min` to `max` characters. With `min` above 0, it must not be blank. */
export function text(most: number, least = 1) {
	return z.string().superRefine((value, context) => {
		const length = lengthOf(value);
		if (length < least || (least > 0 && value.trim() === '')) {
			addIssue(context, `must be at least ${least} characters long, and not only white space`);
		} else if (length > most) {
			addIssue(context, `must be at most ${most} characters long`);
		}
	});
}

/** An absolute http(s) URL. */
export function webUrl(most = 2000) {
	return z.string().superRefine((value, context) => {
		if (lengthOf(value) > most) addIssue(context, `must be at most ${most} characters long`);
		else if (!isWebUrl(value)) addIssue(context, 'must be a valid http or https URL');
	});
}

/** Spaces and braces are not allowed in an address (RFC 3986); `{{1}}` is a variable that nothing replaced. */
export function isWebUrl(value: string): boolean {
	try {
		return /^https?:$/.test(new URL(value).protocol) && !/[\s{}]/.test(value);
	} catch {
		return false;
	}
}

/** A number, or a numeric string (Meta's pages show both). */
export function numeric(least: number, most: number) {
	return z.union([z.number(), z.string()]).superRefine((value, context) => {
		const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
		if (!Number.isFinite(number) || number < least || number > most) {
			addIssue(context, `must be a number from ${least} to ${most}`);
		}
	});
}

/** Reports entries of a list that have the same value. */
export function unique<T>(
	items: T[],
	valueOf: (item: T) => string | undefined,
	context: z.RefinementCtx,
	what: string,
	path: Array<string | number>,
): void {
	const seen = new Set<string>();
	for (const item of items) {
		const value = valueOf(item);
		if (value === undefined) continue;
		if (seen.has(value))
			addIssue(context, `${what} must be unique: "${value}" is there twice`, path);
		seen.add(value);
	}
}

/** A path as Meta writes it: `interactive['action']['buttons'][0]`. */
function place(path: Array<string | number>): string {
	const [first, ...rest] = path;
	return (
		String(first) +
		rest.map((part) => (typeof part === 'number' ? `[${part}]` : `['${part}']`)).join('')
	);
}

/** The first violation as an error of Meta's. `root` is the message type. */
export function rejectionFor(error: z.ZodError, root: string): GraphError {
	const issue = flatten(error.issues)[0];
	const path = place([root, ...issue.path]);
	if (issue.code === 'unrecognized_keys') {
		return invalidParameter(`Unexpected key "${issue.keys[0]}" on param "${path}".`);
	}
	if (issue.code === 'invalid_type' && issue.received === 'undefined') {
		return rejection(131008, `The parameter ${path} is required.`);
	}
	if (issue.code === 'invalid_type') {
		return invalidParameter(`Param ${path} must be of type ${issue.expected}.`);
	}
	const asked = issue.code === 'custom' ? (issue.params?.code as Code | undefined) : undefined;
	const sentence = `Param ${path} ${wording(issue)}`;
	if (asked === 131008) return rejection(131008, sentence);
	if (asked === 131009 || (asked === undefined && root === 'interactive')) {
		return rejection(131009, sentence);
	}
	return invalidParameter(sentence.endsWith('.') ? sentence : `${sentence}.`);
}

/** Replaces the issue of a union with the issues of the branch that matched deepest. */
function flatten(issues: z.ZodIssue[]): z.ZodIssue[] {
	return issues.flatMap((issue) => {
		if (issue.code !== 'invalid_union') return [issue];
		const branches = issue.unionErrors.map((branch) => flatten(branch.issues));
		return branches.sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0] ?? [];
	});
}

function wording(issue: z.ZodIssue): string {
	switch (issue.code) {
		case 'invalid_enum_value':
			return `must be one of {${issue.options.join(', ').toUpperCase()}} - got "${String(issue.received)}"`;
		case 'invalid_literal':
			return `must be ${JSON.stringify(issue.expected)}`;
		case 'too_big':
			return `must have at most ${String(issue.maximum)} ${issue.type === 'array' ? 'entries' : ''}`.trim();
		case 'too_small':
			return `must have at least ${String(issue.minimum)} ${issue.type === 'array' ? 'entries' : ''}`.trim();
		default:
			return issue.message;
	}
}

/** Parses a value with a schema. Throws GraphError. */
export function parse<T extends z.ZodTypeAny>(schema: T, value: unknown, root: string): z.infer<T> {
	const result = schema.safeParse(value);
	if (!result.success) throw rejectionFor(result.error, root);
	return result.data as z.infer<T>;
}
