import { AT_THE_EDGE, BODY, DENSITY, FOOTER, HEADER, invalidTemplate, TOO_LONG } from './rejection';
import type { Component, Template } from './template';
import { distinct, variablesIn } from './variables';

type Format = Template['parameterFormat'];

const length = (text: string) => [...text].length;

/** Checks the header of a template or of a card. */
export function checkHeader(
	header: Component,
	parameterFormat: Format,
	allowed: readonly string[],
): void {
	const format = String(header.format ?? '').toUpperCase();
	if (!allowed.includes(format)) {
		throw invalidTemplate(
			`The header format ${header.format ?? '(none)'} is not supported here.`,
			HEADER,
		);
	}
	if (format === 'TEXT') {
		const text = header.text ?? '';
		if (text.trim() === '') throw invalidTemplate('The header text is missing.', HEADER);
		if (length(text) > 60) {
			throw invalidTemplate('The header text has more than 60 characters.', TOO_LONG);
		}
		const names = distinct(variablesIn(text));
		if (names.length > 1) {
			throw invalidTemplate('The header can contain one variable only.', HEADER);
		}
		checkNames(names, parameterFormat, 'header');
		if (/\n/.test(text)) throw invalidTemplate('The header cannot have line breaks.', HEADER);
		checkBraces(text, HEADER);
		if (names.length > 0)
			checkSamples(header.example, 'header_text', names, parameterFormat, HEADER);
		else checkNoSamples(header.example, 'header_text', HEADER);
		return;
	}
	if (['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'].includes(format)) {
		const handles = header.example?.header_handle;
		const handle: unknown = Array.isArray(handles) ? handles[0] : undefined;
		if (typeof handle !== 'string' || handle === '') {
			throw invalidTemplate(
				`Message template "components" param is missing expected field(s): a ${format} header needs a sample in example.header_handle.`,
				HEADER,
			);
		}
		if (!handle.startsWith('4::')) {
			throw invalidTemplate('The sample in example.header_handle is not an upload handle.', HEADER);
		}
	}
}

export function checkBody(body: Component, format: Format, most: number): void {
	const text = body.text ?? '';
	if (text.trim() === '') throw invalidTemplate('The body text is missing.', BODY);
	if (length(text) > most) {
		throw invalidTemplate(`The body has more than ${most} characters.`, TOO_LONG);
	}
	const used = variablesIn(text);
	const names = distinct(used);
	checkNames(names, format, 'body');
	checkBraces(text, BODY);
	if (names.length === 0) return checkNoSamples(body.example, 'body_text', BODY);
	const bare = text.trim();
	if (/^\{\{[^{}]*\}\}/.test(bare) || /\{\{[^{}]*\}\}$/.test(bare)) {
		throw invalidTemplate(
			"Variables can't be at the start or end of the template.",
			AT_THE_EDGE,
			'Leading or trailing variables',
		);
	}
	if (/\}\}\s*\{\{/.test(text)) {
		throw invalidTemplate('Two variables are adjacent without text between them.', BODY);
	}
	const words = text.replace(/\{\{[^{}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	if (words < 2 * used.length + 1) {
		throw invalidTemplate(
			'This template contains too many variable parameters relative to the message length. You need to decrease the number of variable parameters or increase the message length.',
			DENSITY,
			'Parameters words ratio exceeds limit',
		);
	}
	checkSamples(body.example, 'body_text', names, format, BODY);
}

export function checkFooter(footer: Component): void {
	const text = footer.text ?? '';
	if (text.trim() === '') throw invalidTemplate('The footer text is missing.', FOOTER);
	if (length(text) > 60) throw invalidTemplate('The footer has more than 60 characters.', TOO_LONG);
	if (variablesIn(text).length > 0) {
		throw invalidTemplate('The footer cannot contain variables.', FOOTER);
	}
}

/** Double braces outside of a variable are a mistyped variable. */
function checkBraces(text: string, subcode: number): void {
	if (!/\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) return;
	throw invalidTemplate('The text has double braces that are not a variable.', subcode);
}

/** A sample without a variable is rejected. */
function checkNoSamples(
	example: Record<string, unknown> | undefined,
	key: 'header_text' | 'body_text',
	subcode: number,
): void {
	if (example?.[key] === undefined && example?.[`${key}_named_params`] === undefined) return;
	throw invalidTemplate(`example.${key} has samples, but the text has no variable.`, subcode);
}

function checkNames(names: string[], format: Format, where: string): void {
	if (names.length === 0) return;
	const numeric = names.filter((name) => /^\d+$/.test(name));
	if (format === 'NAMED') {
		if (numeric.length > 0) {
			throw invalidTemplate(
				`The ${where} has numbered variables, but parameter_format is NAMED.`,
				BODY,
			);
		}
		const odd = names.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
		if (odd !== undefined) {
			throw invalidTemplate(
				`Variable "${odd}": names can contain lowercase letters, digits, and underscores.`,
				BODY,
			);
		}
		return;
	}
	if (numeric.length < names.length) {
		throw invalidTemplate(
			`The ${where} has variables with names, but parameter_format is POSITIONAL.`,
			BODY,
		);
	}
	const numbers = numeric.map(Number).sort((a, b) => a - b);
	if (numbers.some((number, index) => number !== index + 1)) {
		throw invalidTemplate(
			`The variables of the ${where} must be numbered {{1}}, {{2}}, … without a gap.`,
			BODY,
		);
	}
}

/** `header_text: ["a"]`, `body_text: [["a","b"]]`, or `…_named_params: [{param_name, example}]`. */
function checkSamples(
	example: Record<string, unknown> | undefined,
	key: 'header_text' | 'body_text',
	names: string[],
	format: Format,
	subcode: number,
): void {
	const missing = () =>
		invalidTemplate(
			`Message template "components" param is missing expected field(s): a sample for each variable in example.${key}${format === 'NAMED' ? '_named_params' : ''}.`,
			subcode,
		);
	if (format === 'NAMED') {
		const given = example?.[`${key}_named_params`];
		if (!Array.isArray(given) || given.length !== names.length) throw missing();
		for (const name of names) {
			const sample = (given as Array<{ param_name?: unknown; example?: unknown } | null>).find(
				(one) => one?.param_name === name,
			);
			if (typeof sample?.example !== 'string' || sample.example === '') throw missing();
		}
		return;
	}
	const given = example?.[key];
	if (!Array.isArray(given)) throw missing();
	const values: unknown[] = key === 'body_text' ? ((given[0] ?? []) as unknown[]) : given;
	if (!Array.isArray(values) || values.length !== names.length) throw missing();
	if (values.some((value) => typeof value !== 'string' || value === '')) throw missing();
}
