import { z } from 'zod/v3';
import { invalidParameter, rejection } from '../graph/errors';
import type { MediaType } from '../media/rules';
import { mediaObject } from '../messages/types/media';
import { lengthOf, numeric, parse, text } from '../messages/schema';
import { counts, formats, type Parameter, type Sent } from './sent';
import type { Component } from './template';
import { distinct, variablesIn } from './variables';

/** Checks the header of a template message. */
export function checkHeader(header: Component | undefined, sent: Sent | undefined): void {
	const parameters = sent?.parameters ?? [];
	const format = header?.format ?? 'NONE';
	if (format === 'NONE') {
		if (parameters.length > 0) throw counts('header', parameters.length, 0);
		return;
	}
	if (format === 'TEXT') {
		checkText(header, sent, 'header');
		return;
	}
	if (format === 'LOCATION') {
		if (parameters.length !== 1 || parameters[0].type.toLowerCase() !== 'location') {
			throw formats('header', 'expected LOCATION');
		}
		checkValueOf(location, parameters[0].location, 'location');
		return;
	}
	const type = format.toLowerCase();
	const [parameter] = parameters;
	if (parameters.length !== 1) {
		throw formats(
			'header',
			`expected ${format}, received ${parameters.length === 0 ? 'UNKNOWN' : 'several parameters'}`,
		);
	}
	if (parameter.type.toLowerCase() !== type) {
		throw formats('header', `expected ${format}, received ${parameter.type.toUpperCase()}`);
	}
	if (type === 'product') checkValueOf(product, parameter.product, 'product');
	else
		checkValueOf(
			mediaObject(type === 'gif' ? 'video' : (type as MediaType)),
			parameter[type],
			type,
		);
}

const line = text(1000);
const location = z
	.object({ latitude: numeric(-90, 90), longitude: numeric(-180, 180), name: line, address: line })
	.strict();
const product = z.object({ product_retailer_id: line, catalog_id: text(100) }).strict();

/** Checks the value of a parameter. Throws 131008 without one. */
export function checkValueOf(schema: z.ZodTypeAny, value: unknown, type: string): void {
	if (value === undefined || value === null) {
		throw rejection(131008, `Parameter of type ${type} requires the key ${type}.`);
	}
	parse(schema, value, type);
}

/** Requires one parameter per variable, by position or by name. */
export function checkText(
	component: Component | undefined,
	sent: Sent | undefined,
	where: string,
): void {
	const names = distinct(variablesIn(component?.text ?? ''));
	const parameters = sent?.parameters ?? [];
	if (parameters.length !== names.length) throw counts(where, parameters.length, names.length);
	for (const parameter of parameters) checkValue(parameter, where);
	checkFilledLength(component, parameters, where);
	if (names.every((name) => /^\d+$/.test(name))) return;
	for (const name of names) {
		if (!parameters.some((parameter) => parameter.parameter_name === name)) {
			throw rejection(
				parameters.some((parameter) => !parameter.parameter_name) ? 100 : 132012,
				parameters.some((parameter) => !parameter.parameter_name)
					? 'Parameter name is missing or empty'
					: `${where}: there is no parameter with the name ${name}`,
			);
		}
	}
}

/** The text with its values has the limits of the text of a template (Meta: 132005). */
function checkFilledLength(
	component: Component | undefined,
	parameters: Parameter[],
	where: string,
): void {
	const fixed = lengthOf((component?.text ?? '').replace(/\{\{[^{}]*\}\}/g, ''));
	const values = parameters.map((one) => (typeof one.text === 'string' ? lengthOf(one.text) : 0));
	const largest = where === 'header' ? 60 : where === 'body' ? 1024 : 160;
	if (fixed + values.reduce((sum, length) => sum + length, 0) <= largest) return;
	throw rejection(132005, `The text of the ${where} with its values is too long`);
}

const currency = z
	.object({
		fallback_value: text(1024),
		code: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three letters'),
		amount_1000: z.number().int(),
	})
	.strict();
/** Keys other than fallback_value are ignored (Meta's page). */
const dateTime = z.object({ fallback_value: text(1024) }).passthrough();

function checkValue(parameter: Parameter, where: string): void {
	const type = parameter.type.toLowerCase();
	switch (type) {
		case 'text':
			checkSentText(parameter.text, where);
			return;
		case 'currency':
			checkFormat(currency, parameter.currency, where, 'currency');
			checkSpaces((parameter.currency as { fallback_value: string }).fallback_value, where);
			return;
		case 'date_time':
			checkFormat(dateTime, parameter.date_time, where, 'date_time');
			checkSpaces((parameter.date_time as { fallback_value: string }).fallback_value, where);
			return;
		case 'group_id':
			checkValueOf(line, parameter.group_id, type);
			return;
		default:
			throw formats(where, `unknown parameter type ${parameter.type}`);
	}
}

/** Checks a localizable value. Throws 132012. */
function checkFormat(schema: z.ZodTypeAny, value: unknown, where: string, type: string): void {
	const result = schema.safeParse(value);
	if (result.success) return;
	const [issue] = result.error.issues;
	throw formats(where, `${[type, ...issue.path].join('.')}: ${issue.message}`);
}

/** The text of a parameter: a string of up to 1,024 characters, not blank. */
export function checkSentText(value: unknown, where: string): string {
	if (value === undefined || value === null || (typeof value === 'string' && !value.trim())) {
		throw rejection(131008, `Parameter of type text in ${where} is missing text value`);
	}
	if (typeof value !== 'string') {
		throw invalidParameter(`Param text in ${where} must be of type string.`);
	}
	checkSpaces(value, where);
	if (lengthOf(value) > 1024) {
		throw rejection(132005, `The text of a parameter in ${where} is too long`);
	}
	return value;
}

function checkSpaces(value: string, where: string): void {
	if (!/[\n\r\t]| {5,}/.test(value)) return;
	throw rejection(
		132018,
		`Param text cannot have new-line/tab characters or more than 4 consecutive spaces (${where})`,
	);
}
