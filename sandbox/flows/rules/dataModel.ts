import { isRaw, type DataType, type FlowModel, type Raw, type ScreenModel } from './model';
import type { Path } from './positions';

const TYPES: ReadonlySet<string> = new Set<DataType>([
	'string',
	'number',
	'integer',
	'boolean',
	'array',
	'object',
]);

/** Checks the data model of a screen: types, and an example for each property. */
export function checkDataModel({ issues }: FlowModel, { raw, path }: ScreenModel): void {
	const { data } = raw;
	if (data === undefined) return;
	const at = [...path, 'data'];
	if (!isRaw(data))
		return issues.value(
			'INVALID_PROPERTY_TYPE',
			"Expected property 'data' to be of type 'object'.",
			at,
		);
	for (const [name, model] of Object.entries(data)) {
		const own = [...at, name];
		if (/[- `']/.test(name)) {
			issues.key(
				'INVALID_SCREEN_DATA',
				`Invalid format of dynamic data '${name}' in the screen data model. Please avoid "-", " ", "\`" or "'".`,
				own,
			);
		}
		if (!isRaw(model)) {
			issues.value(
				'INVALID_SCREEN_DATA',
				`Expected property '${name}' to be of type 'object'.`,
				own,
			);
			continue;
		}
		checkSchema(issues, model, own, true);
		if (!('__example__' in model)) {
			issues.value('INVALID_SCREEN_DATA', "Required property '__example__' is missing.", own);
			continue;
		}
		const problem = mismatch(model.__example__, model);
		if (problem)
			issues.value('INVALID_SCREEN_DATA', `Invalid data model schema. ${problem}`, [
				...own,
				'__example__',
			]);
	}
}

function checkSchema(issues: FlowModel['issues'], model: Raw, path: Path, top: boolean): void {
	if (model.type === undefined) {
		return issues.value('INVALID_SCREEN_DATA', "Missing the definition of property 'type'.", path);
	}
	if (typeof model.type !== 'string') {
		return issues.value(
			'INVALID_SCREEN_DATA',
			"Expected the property 'type' to be of type string.",
			[...path, 'type'],
		);
	}
	if (!TYPES.has(model.type)) {
		issues.value(
			'INVALID_SCREEN_DATA',
			`Invalid value found for property 'type'. Expected one of: [${[...TYPES].join(', ')}].`,
			[...path, 'type'],
		);
	}
	if (!top && '__example__' in model) {
		issues.key(
			'INVALID_SCREEN_DATA',
			`Property '__example__' is allowed only as a top level property of data model. Invalid entry: '${String(path.at(-1))}'.`,
			[...path, '__example__'],
		);
	}
	if (model.type === 'array') {
		if (model.items === undefined)
			issues.value(
				'INVALID_SCREEN_DATA',
				"Missing the schema for property 'items' in array.",
				path,
			);
		else if (isRaw(model.items)) checkSchema(issues, model.items, [...path, 'items'], false);
		else
			issues.value(
				'INVALID_SCREEN_DATA',
				"Expected the property 'items' to be of type boolean or object.",
				[...path, 'items'],
			);
	}
	if (!isRaw(model.properties)) return;
	for (const [name, one] of Object.entries(model.properties)) {
		if (isRaw(one)) checkSchema(issues, one, [...path, 'properties', name], false);
		else
			issues.value('INVALID_SCREEN_DATA', `Expected property '${name}' to be of type 'object'.`, [
				...path,
				'properties',
				name,
			]);
	}
}

/** Why a value does not fit a data model, e.g. data from an endpoint; `undefined` if it does. */
export function mismatch(value: unknown, model: Raw, where = 'value'): string | undefined {
	const type = typeof model.type === 'string' ? model.type : undefined;
	if (!isOf(value, type)) {
		return `Expected '${where}' to be of type '${type}' but found '${value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value}'.`;
	}
	if (Array.isArray(value) && isRaw(model.items)) {
		for (const [index, entry] of (value as unknown[]).entries()) {
			const problem = mismatch(entry, model.items, `${where}[${index}]`);
			if (problem) return problem;
		}
	}
	if (isRaw(value) && isRaw(model.properties)) {
		for (const [name, one] of Object.entries(model.properties)) {
			if (value[name] === undefined || !isRaw(one)) continue;
			const problem = mismatch(value[name], one, `${where}.${name}`);
			if (problem) return problem;
		}
	}
	return undefined;
}

function isOf(value: unknown, type: string | undefined): boolean {
	switch (type) {
		case 'array':
			return Array.isArray(value);
		case 'object':
			return isRaw(value);
		case 'integer':
			return Number.isInteger(value);
		case 'string':
		case 'number':
		case 'boolean':
			return typeof value === type;
		default:
			return true;
	}
}
