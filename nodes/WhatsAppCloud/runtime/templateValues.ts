import type { IDataObject } from 'n8n-workflow';
import { GraphError, InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { findTemplate } from '../../../cloud-api/templates/read';
import { isBlank } from '../../../cloud-api/templates/parameters/read';
import {
	parameterFields,
	type ParameterField,
} from '../../../cloud-api/templates/parameters/fields';
import {
	cleanComponents,
	cleanValues,
	type CleanedValue,
} from '../../../cloud-api/templates/parameters/clean';
import { readMetaValues } from '../../../cloud-api/templates/parameters/metaComponents';
import { readValues, type ParameterValues } from '../../../cloud-api/templates/parameters/values';
import { readSnapshot, type TemplateSnapshot } from '../../../cloud-api/templates/snapshot';
import { readDate } from '../../../cloud-api/values/date';
import { isRecord } from '../../../cloud-api/values/reading';
import {
	parseReference,
	referenceText,
	type TemplateReference,
} from '../../../cloud-api/templates/reference';
import { explainStatus } from '../../../cloud-api/templates/statuses';
import type { Template } from '../../../cloud-api/templates/template';
import { STAMP } from '../methods/templateParameters';
import { localizedValues } from './localizedValues';
import type { Call } from './operation';

/** The values of a template message from the form. */
export interface GivenValues {
	values: ParameterValues;
	/** Meta's `components`, if the JSON has them. */
	components?: unknown[];
	/** The parameters of the template, if known. */
	fields?: ParameterField[];
	/** What the values are checked against, if known. */
	template?: TemplateSnapshot;
	/** Values that were changed because WhatsApp rejects them. */
	cleaned: CleanedValue[];
}

/** Returns name and language of the chosen template. */
export function chosenTemplate({ param }: Call): TemplateReference {
	return parseReference(param.locator('template'), param.text('templateLanguage'));
}

/**
 * Returns the values of the form, from generated fields or from JSON, with localized values and cleaned.
 *
 * @param check whether to read the template of values in JSON
 */
export async function givenValues(
	call: Call,
	chosen: TemplateReference,
	{ check = call.param.group('options').optionalFlag('checkTemplate') ?? true } = {},
): Promise<GivenValues> {
	const input =
		call.param.text('parameterInput') === 'json'
			? await fromJson(call, chosen, check)
			: fromFields(call, chosen);
	const options = call.param.group('options');
	const clean = options.optionalFlag('cleanValues') ?? true;
	if (input.components)
		return { ...input, ...(clean ? cleanComponents(input.components) : { cleaned: [] }) };
	const localized = { ...withDates(call, input.values), ...localizedValues(options) };
	const preview = options.flag('paymentLinkPreview') ? paymentPreviews(localized) : {};
	return {
		...input,
		...(clean
			? cleanValues({ ...localized, ...preview })
			: { values: { ...localized, ...preview }, cleaned: [] }),
	};
}

async function fromJson(
	call: Call,
	chosen: TemplateReference,
	check: boolean,
): Promise<Omit<GivenValues, 'cleaned'>> {
	const json = call.param.json('templateValues') ?? {};
	const meta = readMetaValues(json, 'templateValues');
	if (meta?.name !== undefined && meta.name !== chosen.name)
		throw new InvalidInputError(
			'templateValues',
			`The values are those of the template "${meta.name}", but "${chosen.name}" is chosen`,
			'Choose the same template, or enter only its components.',
		);
	if (meta?.components) return { values: {}, components: meta.components };
	if (!meta && !isRecord(json))
		throw new InvalidInputError(
			'templateValues',
			'The values are not an object or a list',
			'Enter {"body.1": "Pablo"}, {"body": ["Pablo"]}, or the list of components from Meta\'s documentation.',
		);
	const values = readValues(meta ? { body: meta.body } : (json as IDataObject));
	if (!check) return { values };
	const template = await lookUp(call, chosen);
	checkSendable(template);
	return { values, template, fields: parameterFields(template) };
}

/** The expiration of an offer is a date in the time zone of the workflow. */
function withDates({ context }: Call, values: ParameterValues): ParameterValues {
	const value = values['offer.expiration'];
	if (isBlank(value)) return values;
	const reading = readDate(value, context.getTimezone());
	return reading.ok ? { ...values, 'offer.expiration': reading.value } : values;
}

/** Turns on the payment link preview of every URL button with a value. */
function paymentPreviews(values: ParameterValues): ParameterValues {
	return Object.fromEntries(
		Object.keys(values)
			.filter((id) => /(^|\.)button\.\d+\.url$/.test(id) && !isBlank(values[id]))
			.map((id) => [id.replace(/url$/, 'payment_link_preview'), true]),
	);
}

/** Returns the template, which is read once per execution. */
export async function lookUp(
	{ once, graph, param }: Call,
	{ name, language }: TemplateReference,
): Promise<Template> {
	const account = param.account();
	return await once(
		JSON.stringify(['template', account, name, language]),
		async () => await findTemplate(graph, account, name, language),
	);
}

interface MapperField {
	id: string;
	displayName: string;
	required: boolean;
	removed?: boolean;
	options?: Array<{ value?: unknown }>;
}

function fromFields(call: Call, chosen: TemplateReference): Omit<GivenValues, 'cleaned'> {
	const mapper = call.param.group('templateParameters');
	const schema = (mapper.list('schema') ?? []) as MapperField[];
	const value = mapper.group('value');
	checkSameTemplate(call, chosen, schema);
	const template = readSnapshot(schema.find(({ id }) => id.startsWith(STAMP))?.options?.[0]?.value);
	const fields = schema
		.filter(({ id, removed }) => !id.startsWith(STAMP) && removed !== true)
		.map(
			({ id, displayName, required }): ParameterField => ({
				id,
				label: displayName,
				required,
				type: 'string',
			}),
		);
	const input = value
		.names()
		.filter((id) => !id.startsWith(STAMP))
		.map((id) => [id, value.raw(id)] as const);
	return {
		values: readValues(Object.fromEntries(input)),
		...(schema.length > 0 && { fields }),
		...(template && { template }),
	};
}

/** Throws InvalidInputError if the fields belong to another template. */
function checkSameTemplate(
	{ context }: Call,
	chosen: TemplateReference,
	schema: MapperField[],
): void {
	const stamp = schema.find(({ id }) => id.startsWith(STAMP))?.id.slice(STAMP.length);
	if (stamp === undefined || isExpression(context.getNode().parameters.template)) return;
	if (parseReference(stamp).name === chosen.name) return;
	throw new InvalidInputError(
		'templateParameters',
		`The fields belong to the template "${stamp.replace('|', '" in ')}, but "${chosen.name}" is chosen`,
		'Open the node and choose Refresh Value List in the menu (⋮) of "Values to Send". If an expression chooses the template, set "Template Values" to "Using JSON".',
	);
}

function isExpression(locator: unknown): boolean {
	const value =
		typeof locator === 'object' && locator !== null ? (locator as IDataObject).value : locator;
	return typeof value === 'string' && value.startsWith('=');
}

function checkSendable({ name, language, status }: Template): void {
	const { sendable, words, fix } = explainStatus(status);
	if (sendable) return;
	throw new InvalidInputError(
		'template',
		`The template "${name}" in ${language} is ${words} and cannot be sent`,
		fix,
	);
}

/** Meta's error codes for values that do not match the template. */
const MISFIT = new Set([132000, 132008, 132012, 132018]);

/**
 * If Meta rejected the values, reads the template and returns an error that names what differs. Returns
 * any other error unchanged, also if the template has not changed.
 */
export async function explainMisfit(
	call: Call,
	chosen: TemplateReference,
	values: ParameterValues,
	error: unknown,
): Promise<unknown> {
	if (!(error instanceof GraphError) || !MISFIT.has(error.envelope.code ?? 0)) return error;
	const template = await lookUp(call, chosen).catch(() => undefined);
	if (!template) return error;
	const fields = parameterFields(template);
	const missing = fields.filter(({ id, required }) => required && isBlank(values[id]));
	const surplus = Object.keys(values).filter(
		(id) => !isBlank(values[id]) && !fields.some((field) => field.id === id),
	);
	if (missing.length + surplus.length === 0) return error;
	const explained = new InvalidInputError(
		'templateParameters',
		`The template "${referenceText(chosen).replace('|', '" in ')} has changed since its fields were loaded: ${[
			missing.length > 0 && `it needs ${missing.map(({ label }) => label).join(', ')}`,
			surplus.length > 0 && `it has no parameter ${surplus.join(', ')}`,
		]
			.filter(Boolean)
			.join('; ')}`,
		'Open the node, choose Refresh Value List in the menu (⋮) of "Values to Send", and fill in the new fields.',
	);
	Object.assign(explained.details, error.details);
	return explained;
}
