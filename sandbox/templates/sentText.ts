import { rejection } from '../graph/errors';
import { counts, formats, type Parameter, type Sent } from './sent';
import type { Component, Template } from './template';
import { distinct, variablesIn } from './variables';

const MEDIA = ['image', 'video', 'document', 'gif'];

/** Checks the header of a template message. */
export function checkHeader(
	header: Component | undefined,
	sent: Sent | undefined,
	template: Template,
): void {
	const parameters = sent?.parameters ?? [];
	const format = header?.format ?? 'NONE';
	if (format === 'NONE') {
		if (parameters.length > 0) throw counts('header', parameters.length, 0);
		return;
	}
	if (format === 'TEXT') {
		checkText(header, sent, template, 'header');
		return;
	}
	if (format === 'LOCATION') {
		const location = parameters[0]?.location as Record<string, unknown> | undefined;
		const complete = ['latitude', 'longitude', 'name', 'address'].every(
			(key) => location?.[key] !== undefined && location[key] !== '',
		);
		if (parameters[0]?.type !== 'location' || !complete) {
			throw formats('header', 'expected LOCATION with latitude, longitude, name and address');
		}
		return;
	}
	const kind = format.toLowerCase();
	const [parameter] = parameters;
	if (parameters.length !== 1) {
		throw formats(
			'header',
			`expected ${format}, received ${parameters.length === 0 ? 'UNKNOWN' : 'several parameters'}`,
		);
	}
	if (parameter.type?.toLowerCase() !== kind) {
		throw formats('header', `expected ${format}, received ${String(parameter.type).toUpperCase()}`);
	}
	if (MEDIA.includes(kind)) {
		const media = parameter[kind] as { id?: string; link?: string } | undefined;
		if (!media || (!media.id && !media.link)) {
			throw rejection(131008, `Parameter ${kind} of the header requires an id or a link.`);
		}
	}
}

/** Requires one parameter per variable, by position or by name. */
export function checkText(
	component: Component | undefined,
	sent: Sent | undefined,
	template: Template,
	where: string,
): void {
	const names = distinct(variablesIn(component?.text ?? ''));
	const parameters = sent?.parameters ?? [];
	if (parameters.length !== names.length) throw counts(where, parameters.length, names.length);
	for (const parameter of parameters) checkValue(parameter, where);
	if (template.parameterFormat !== 'NAMED' || names.length === 0) return;
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

function checkValue(parameter: Parameter, where: string): void {
	const type = parameter.type?.toLowerCase();
	if (type === 'text') {
		const { text } = parameter;
		if (typeof text !== 'string' || text === '') {
			throw rejection(131008, `Parameter of type text in ${where} is missing text value`);
		}
		if (/[\n\t]| {5,}/.test(text)) {
			throw rejection(
				132018,
				`Param text cannot have new-line/tab characters or more than 4 consecutive spaces (${where})`,
			);
		}
		if (text.length > 1024)
			throw rejection(132005, `The text of a parameter in ${where} is too long`);
		return;
	}
	if (type === 'currency') {
		const currency = parameter.currency as Record<string, unknown> | undefined;
		if (!currency?.fallback_value || !currency.code || typeof currency.amount_1000 !== 'number') {
			throw formats(where, 'currency requires fallback_value, code, and amount_1000');
		}
		return;
	}
	if (type === 'date_time') {
		if (!(parameter.date_time as Record<string, unknown> | undefined)?.fallback_value) {
			throw formats(where, 'date_time requires fallback_value');
		}
		return;
	}
	if (type === 'group_id' && parameter.group_id) return;
	throw formats(where, `unknown parameter type ${parameter.type ?? '(none)'}`);
}
