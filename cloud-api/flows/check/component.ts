import { memberOf, pathTo, textOf, valueOf, numberOf, membersOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import { isAtLeast, isNewer } from '../versions';
import { COMPONENTS, OPTION, type ComponentRules, type Property } from './components';
import type { Findings, Place } from './findings';
import { placeIn, placeOf, type Component } from './screen';

/** Pairs of properties of which the first may not be greater than the second. */
const MIN_MAX = [
	['min-chars', 'max-chars'],
	['min-selected-items', 'max-selected-items'],
	['min-uploaded-photos', 'max-uploaded-photos'],
	['min-uploaded-documents', 'max-uploaded-documents'],
	['min-days', 'max-days'],
] as const;
/** With pictures, a Dropdown takes fewer options. */
const MAX_OPTIONS_WITH_IMAGES = 100;

/** Whether a value is filled in when the flow runs: `${data.x}`, or a nested expression in backticks. */
export function isDynamic(value: string): boolean {
	return /^\s*(?:\$\{[^}]+\}|`.*`)\s*$/s.test(value);
}

/** Checks one component against the table of components. */
export function checkComponent(component: Component, version: string, findings: Findings): void {
	const { node, type } = component;
	if (node.type !== 'object') {
		findings.error('INVALID_PROPERTY_TYPE', placeOf(component), 'A component must be an object');
		return;
	}
	if (type === '') {
		findings.error(
			'MISSING_REQUIRED_TYPE_PROPERTY',
			placeOf(component),
			'The component has no "type", e.g. TextInput',
		);
		return;
	}
	const rules = COMPONENTS[type];
	if (rules === undefined) {
		findings[isNewer(version) ? 'warning' : 'error'](
			'INVALID_PROPERTY_VALUE',
			placeIn(component, 'type'),
			`There is no component "${type.slice(0, 40)}"${similar(type, Object.keys(COMPONENTS))}`,
		);
		return;
	}
	if (rules.since !== undefined && !isAtLeast(version, rules.since))
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeIn(component, 'type'),
			`${type} needs Flow JSON ${rules.since}; this flow has ${version}`,
		);
	checkProperties(component, rules, version, findings);
	checkEntries(component, rules, findings);
	for (const [least, most] of MIN_MAX) {
		const min = numberOf(node, least);
		const max = numberOf(node, most);
		if (min !== undefined && max !== undefined && min > max)
			findings.error(
				'MIN_VALUE_GREATER_THAN_MAX',
				placeIn(component, least),
				`"${least}" (${min}) is greater than "${most}" (${max})`,
			);
	}
	if (type === 'TextInput' && valueOf(node, 'pattern') && !valueOf(node, 'helper-text'))
		findings.error(
			'INVALID_DEPENDENCIES',
			placeIn(component, 'pattern'),
			'A TextInput with "pattern" needs "helper-text", which tells what to enter',
		);
	if (type === 'Footer') checkCaptions(component, findings);
}

function checkProperties(
	component: Component,
	{ properties }: ComponentRules,
	version: string,
	findings: Findings,
): void {
	for (const [key, property] of Object.entries(properties)) {
		const value = valueOf(component.node, key);
		if (value !== undefined)
			checkValue(key, value, property, placeIn(component, key), version, findings);
		else if (property.required)
			findings.error(
				'MISSING_REQUIRED_TYPE_PROPERTY',
				placeOf(component),
				`${component.type} has no "${key}"`,
			);
	}
	for (const { key, keyStart, keyEnd } of membersOf(component.node)) {
		if (key === 'type' || key in properties) continue;
		// A documented list may lag behind Meta, so that only a likely slip of the pen is an error.
		const hint = isNewer(version) ? '' : similar(key, Object.keys(properties));
		findings[hint === '' ? 'warning' : 'error'](
			'INVALID_PROPERTY_KEY',
			{ path: pathTo(component.path, key), start: keyStart, end: keyEnd },
			`${component.type} has no property "${key.slice(0, 40)}"${hint}`,
		);
	}
}

function checkValue(
	key: string,
	value: JsonNode,
	property: Property,
	place: Place,
	version: string,
	findings: Findings,
): void {
	if (property.since !== undefined && !isAtLeast(version, property.since))
		findings.error(
			'INVALID_PROPERTY_KEY',
			place,
			`"${key}" needs Flow JSON ${property.since}; this flow has ${version}`,
		);
	if (value.type === 'string' && isDynamic(value.value) && property.type !== 'components') return;
	if (!fits(value, property.type)) {
		findings.error(
			'INVALID_PROPERTY_TYPE',
			place,
			`"${key}" must be ${WORDS[property.type]}, not ${IN_WORDS[value.type]}`,
		);
		return;
	}
	if (value.type === 'string') checkText(key, value.value, property, place, findings);
	const { range } = property;
	if (value.type === 'number' && range && (value.value < range[0] || value.value > range[1]))
		findings.error(
			value.value < range[0] ? 'MINIMUM_VALUE_REQUIRED' : 'MAXIMUM_VALUE_REQUIRED',
			place,
			`"${key}" must be between ${range[0]} and ${range[1]}`,
		);
	if (property.type === 'components' && value.type === 'array' && value.items.length === 0)
		findings.error('INVALID_PROPERTY_VALUE', place, `"${key}" must have at least one component`);
}

function checkText(
	key: string,
	value: string,
	{ max, values, required }: Property,
	place: Place,
	findings: Findings,
): void {
	if (required && value.trim() === '')
		findings.error('PATTERN_MISMATCH', place, `"${key}" is empty`);
	const length = [...value].length;
	if (max !== undefined && length > max)
		findings.error(
			'MAX_CHARS_REQUIRED',
			place,
			`"${key}" has ${length} characters; the limit is ${max}`,
		);
	if (values && !values.includes(value))
		findings.error(
			'INVALID_ENUM_VALUE',
			place,
			`"${key}" must be one of ${values.join(', ')}, not "${value.slice(0, 40)}"`,
		);
}

function checkEntries(component: Component, { entries }: ComponentRules, findings: Findings): void {
	const list = entries && valueOf(component.node, entries.of);
	if (!entries || list?.type !== 'array') return;
	const place = placeIn(component, entries.of);
	const isOptions = entries.of === 'data-source';
	const hasImages = list.items.some((item) => valueOf(item, 'image') !== undefined);
	const max = component.type === 'Dropdown' && hasImages ? MAX_OPTIONS_WITH_IMAGES : entries.max;
	if (list.items.length < entries.min || list.items.length > max)
		findings.error(
			list.items.length < entries.min ? 'MIN_ITEMS_REQUIRED' : 'MAX_ITEMS_REQUIRED',
			place,
			`${component.type} has ${list.items.length} entries in "${entries.of}"; ${entries.min} to ${max} are allowed`,
		);
	if (!isOptions) return;
	const ids = new Set<string>();
	for (const [index, node] of list.items.entries()) {
		const option = { node, path: pathTo(place.path, index) };
		if (node.type !== 'object') {
			findings.error('INVALID_PROPERTY_TYPE', placeOf(option), 'An option must be an object');
			continue;
		}
		for (const [key, property] of Object.entries(OPTION)) {
			const value = valueOf(node, key);
			if (value) checkValue(key, value, property, placeIn(option, key), '7.3', findings);
			else if (property.required)
				findings.error(
					'MISSING_REQUIRED_TYPE_PROPERTY',
					placeOf(option),
					`The option has no "${key}"`,
				);
		}
		const id = textOf(node, 'id');
		if (id !== undefined && ids.has(id))
			findings.error(
				'INVALID_PROPERTY_VALUE',
				placeIn(option, 'id'),
				`Two options have the ID "${id}"`,
			);
		if (id !== undefined) ids.add(id);
	}
}

function checkCaptions(footer: Component, findings: Findings): void {
	const has = (key: string) => memberOf(footer.node, key) !== undefined;
	if (has('left-caption') !== has('right-caption'))
		findings.error(
			'INVALID_DEPENDENCIES',
			placeOf(footer),
			'A Footer with "left-caption" or "right-caption" needs both',
		);
	if (has('center-caption') && (has('left-caption') || has('right-caption')))
		findings.error(
			'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
			placeIn(footer, 'center-caption'),
			'A Footer has either "center-caption" or "left-caption" and "right-caption"',
		);
}

const WORDS: Readonly<Record<Property['type'], string>> = {
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	action: 'an action such as {"name": "navigate", …}',
	components: 'a list of components',
	text: 'text or a list of texts',
	any: 'a value',
};

const IN_WORDS: Readonly<Record<JsonNode['type'], string>> = {
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	null: 'null',
};

function fits(value: JsonNode, type: Property['type']): boolean {
	switch (type) {
		case 'any':
			return true;
		case 'action':
			return value.type === 'object';
		case 'components':
			return value.type === 'array';
		case 'text':
			return value.type === 'string' || value.type === 'array';
		case 'number':
			return (
				value.type === 'number' || (value.type === 'string' && /^\s*\d+\s*$/.test(value.value))
			);
		default:
			return value.type === type;
	}
}

/** `; did you mean "label"?` when a known word differs in at most two letters. */
function similar(word: string, known: readonly string[]): string {
	const near = known.find((each) => distance(word.toLowerCase(), each.toLowerCase()) <= 2);
	return near === undefined ? '' : `; did you mean "${near}"?`;
}

function distance(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > 2) return 3;
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [at, letter] of [...one].entries()) {
		const next = [at + 1];
		for (let index = 0; index < other.length; index++)
			next.push(
				Math.min(
					row[index] + (letter === other[index] ? 0 : 1),
					row[index + 1] + 1,
					next[index] + 1,
				),
			);
		row = next;
	}
	return row[other.length];
}
