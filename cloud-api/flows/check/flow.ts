import type { JsonNode } from '../json/parse';
import { isTrue, memberOf, textOf, valueOf } from '../json/node';
import { DATA_API_VERSIONS, FLOW_VERSIONS, compareVersions, isNewer } from '../versions';
import type { Findings } from './findings';
import { placeIn, placeOf, type Component, type Screen } from './screen';

const TOP_LEVEL = ['version', 'data_api_version', 'routing_model', 'screens'];
const SCREEN_KEYS = [
	'id',
	'title',
	'terminal',
	'success',
	'refresh_on_back',
	'data',
	'layout',
	'sensitive',
];
const MAX_SCREENS = 100;
const MAX_COMPONENTS = 50;

/** Checks the properties of the flow itself: versions, keys, and the list of screens. */
export function checkFlow(flow: JsonNode, screens: readonly Screen[], findings: Findings): void {
	const root = { node: flow, path: '' };
	checkVersion(root, findings);
	const list = valueOf(flow, 'screens');
	if (list === undefined)
		findings.error(
			'MISSING_REQUIRED_TYPE_PROPERTY',
			placeOf(root),
			'The property "screens" is missing',
		);
	else if (list.type !== 'array')
		findings.error(
			'INVALID_PROPERTY_TYPE',
			placeIn(root, 'screens'),
			'"screens" must be a list of screens',
		);
	else if (list.items.length === 0)
		findings.error('MIN_ITEMS_REQUIRED', placeIn(root, 'screens'), 'The flow has no screen');
	if (screens.length > MAX_SCREENS)
		findings.error(
			'MAX_SCREENS_NUMBER',
			placeIn(root, 'screens'),
			`The flow has ${screens.length} screens; the limit is ${MAX_SCREENS}`,
		);
	checkKeys(root, TOP_LEVEL, flow, findings);
	if (memberOf(flow, 'data_channel_uri'))
		findings.error(
			'INVALID_PROPERTY_KEY',
			placeIn(root, 'data_channel_uri'),
			'"data_channel_uri" ended with Flow JSON 3.0. Set the endpoint of the flow with Flow → Update instead',
		);
}

/** The version of a Flow JSON; empty when it is missing or not text. */
export function versionOf(flow: JsonNode): string {
	return textOf(flow, 'version')?.trim() ?? '';
}

function checkVersion(root: { node: JsonNode; path: string }, findings: Findings): void {
	const version = versionOf(root.node);
	const known: readonly string[] = FLOW_VERSIONS;
	if (version === '')
		findings.error(
			valueOf(root.node, 'version') ? 'INVALID_FLOW_JSON_VERSION' : 'MISSING_FLOW_JSON_VERSION',
			placeIn(root, 'version'),
			'The version of the Flow JSON is missing; write "version": "7.3"',
		);
	else if (!/^\d+\.\d+$/.test(version))
		findings.error(
			'INVALID_FLOW_JSON_VERSION',
			placeIn(root, 'version'),
			`"${version.slice(0, 20)}" is not a version; write "7.3"`,
		);
	else if (isNewer(version))
		findings.warning(
			'UNAVAILABLE_FLOW_JSON_VERSION',
			placeIn(root, 'version'),
			`Version ${version} is newer than the rules checked here; Meta checks it`,
		);
	else if (!known.includes(version))
		findings.error(
			compareVersions(version, FLOW_VERSIONS[0]) < 0
				? 'UNSUPPORTED_FLOW_JSON_VERSION'
				: 'INVALID_FLOW_JSON_VERSION',
			placeIn(root, 'version'),
			`Version ${version} cannot be published; use one of ${known.join(', ')}`,
		);
	const api = valueOf(root.node, 'data_api_version');
	if (api === undefined) return;
	const written = api.type === 'string' ? api.value.trim() : '';
	const knownApis: readonly string[] = DATA_API_VERSIONS;
	if (!knownApis.includes(written) && !(Number(written) > 4))
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeIn(root, 'data_api_version'),
			'"data_api_version" must be "3.0" or "4.0"',
		);
}

/** Checks one screen: ID, keys, layout, and what may be on it. */
export function checkScreen(
	screen: Screen,
	flow: JsonNode,
	seen: Set<string>,
	findings: Findings,
): void {
	const { node, id } = screen;
	if (node.type !== 'object') {
		findings.error('INVALID_PROPERTY_TYPE', placeOf(screen), 'A screen must be an object');
		return;
	}
	checkId(screen, seen, findings);
	seen.add(id);
	checkKeys(screen, SCREEN_KEYS, flow, findings);
	const layout = valueOf(node, 'layout');
	if (layout === undefined)
		findings.error(
			'MISSING_REQUIRED_TYPE_PROPERTY',
			placeOf(screen),
			`Screen "${id}" has no layout`,
		);
	else if (textOf(layout, 'type') !== 'SingleColumnLayout')
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeIn(screen, 'layout'),
			'The "type" of the layout must be SingleColumnLayout',
		);
	else if (valueOf(layout, 'children')?.type !== 'array')
		findings.error(
			'MISSING_REQUIRED_TYPE_PROPERTY',
			placeIn(screen, 'layout'),
			'The layout must have "children", a list of components',
		);
	if (screen.components.length > MAX_COMPONENTS)
		findings.error(
			'MAX_ITEMS_REQUIRED',
			placeIn(screen, 'layout'),
			`Screen "${id}" has ${screen.components.length} components; the limit is ${MAX_COMPONENTS}`,
		);
	if (isTrue(node, 'refresh_on_back') && !valueOf(flow, 'data_api_version'))
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeIn(screen, 'refresh_on_back'),
			'"refresh_on_back" needs an endpoint: add "data_api_version"',
		);
	checkEnd(screen, findings);
}

function checkId(screen: Screen, seen: ReadonlySet<string>, findings: Findings): void {
	const place = placeIn(screen, 'id');
	const { id } = screen;
	if (id === '') findings.error('MIN_CHARS_REQUIRED', place, 'The screen has no ID');
	else if (!/^[A-Za-z_]+$/.test(id))
		findings.error(
			'PATTERN_MISMATCH',
			place,
			`The screen ID "${id.slice(0, 40)}" may only have letters and underscores`,
		);
	else if (id.toUpperCase() === 'SUCCESS')
		findings.error(
			'SCREEN_ID_IS_RESERVED_KEYWORD',
			place,
			'The screen ID SUCCESS is reserved for the end of a flow',
		);
	if (id !== '' && seen.has(id))
		findings.error('DUPLICATE_SCREEN_IDS', place, `There is another screen with the ID "${id}"`);
}

function checkEnd(screen: Screen, findings: Findings): void {
	const { node, id } = screen;
	const terminal = isTrue(node, 'terminal');
	if (!terminal && valueOf(node, 'success'))
		findings.error(
			'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
			placeIn(screen, 'success'),
			'"success" may only be on a terminal screen',
		);
	if (!terminal) return;
	if (!screen.components.some(isFooter))
		findings.error(
			'MISSING_FOOTER_ON_TERMINAL_SCREEN',
			placeOf(screen),
			`The terminal screen "${id}" has no Footer`,
		);
	for (const list of screen.components.filter(({ type }) => type === 'NavigationList'))
		findings.error(
			'INVALID_PROPERTY_KEY',
			placeOf(list),
			'A NavigationList cannot be on a terminal screen',
		);
}

function isFooter({ type }: Component): boolean {
	return type === 'Footer';
}

/** Reports keys that Flow JSON does not have; only warns about a version whose rules are not known. */
function checkKeys(
	owner: { node: JsonNode; path: string },
	known: readonly string[],
	flow: JsonNode,
	findings: Findings,
): void {
	if (owner.node.type !== 'object') return;
	const report = isNewer(versionOf(flow)) ? 'warning' : 'error';
	for (const { key, keyStart, keyEnd } of owner.node.members) {
		if (known.includes(key) || key === 'data_channel_uri') continue;
		findings[report](
			'INVALID_PROPERTY_KEY',
			{ path: owner.path === '' ? key : `${owner.path}.${key}`, start: keyStart, end: keyEnd },
			`The property "${key}" does not exist here`,
		);
	}
}
