import { memberOf, membersOf, pathTo, valueOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import type { Findings } from './findings';
import { placeIn, placeOf, type Screen } from './screen';

const CODE = 'INVALID_SCREEN_DATA';
const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/** Checks the data model of a screen: types, lists, and examples. */
export function checkDataModel(screen: Screen, findings: Findings): void {
	if (screen.data === undefined) return;
	if (screen.data.type !== 'object') {
		findings.error(
			'INVALID_PROPERTY_TYPE',
			placeIn(screen, 'data'),
			'"data" must be an object of names and schemas, e.g. {"name": {"type": "string"}}',
		);
		return;
	}
	for (const { key, value } of screen.data.members)
		checkSchema({ node: value, path: `${screen.path}.data.${key}` }, key, 0, findings);
}

function checkSchema(
	schema: { node: JsonNode; path: string },
	name: string,
	depth: number,
	findings: Findings,
): void {
	const type = valueOf(schema.node, 'type');
	if (type === undefined) {
		findings.error(CODE, placeOf(schema), `"${name}" has no "type", e.g. {"type": "string"}`);
		return;
	}
	if (type.type !== 'string' || !TYPES.includes(type.value)) {
		findings.error(
			CODE,
			placeIn(schema, 'type'),
			`The type of "${name}" must be one of ${TYPES.join(', ')}`,
		);
		return;
	}
	const items = valueOf(schema.node, 'items');
	if (type.value === 'array' && items === undefined)
		findings.error(
			CODE,
			placeOf(schema),
			`The list "${name}" has no "items", the schema of its entries`,
		);
	if (items && items.type !== 'object' && items.type !== 'boolean')
		findings.error(
			CODE,
			placeIn(schema, 'items'),
			'"items" must be a schema, e.g. {"type": "string"}',
		);
	const example = valueOf(schema.node, '__example__');
	if (example && depth > 0)
		findings.error(
			CODE,
			placeIn(schema, '__example__'),
			'"__example__" may only be at the top level of "data"',
		);
	else if (example && !matches(example, type.value))
		findings.error(
			CODE,
			placeIn(schema, '__example__'),
			`The example of "${name}" is not of the type ${type.value}`,
		);
	const properties = memberOf(schema.node, 'properties');
	for (const { key, value } of membersOf(properties?.value)) {
		const path = pathTo(pathTo(schema.path, 'properties'), key);
		if (key !== '__example__') checkSchema({ node: value, path }, key, depth + 1, findings);
		else
			findings.error(
				CODE,
				{ path, start: value.start, end: value.end },
				'"__example__" may only be at the top level of "data"',
			);
	}
}

function matches(node: JsonNode, type: string): boolean {
	if (type === 'integer') return node.type === 'number' && Number.isInteger(node.value);
	return node.type === type;
}
