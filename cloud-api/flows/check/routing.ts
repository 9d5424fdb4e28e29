import { isTrue, membersOf, textOf, valueOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import { actionsOf } from './actions';
import type { Findings, Place } from './findings';
import { placeIn, placeOf, type Screen } from './screen';

const CODE = 'INVALID_ROUTING_MODEL';
const MAX_BRANCHES = 10;

/** Checks how the screens lead to each other: the routing model, or the navigate actions without one. */
export function checkRouting(flow: JsonNode, screens: readonly Screen[], findings: Findings): void {
	const root = { node: flow, path: '' };
	const model = valueOf(flow, 'routing_model');
	const hasEndpoint = valueOf(flow, 'data_api_version') !== undefined;
	checkTerminal(root, screens, findings);
	const navigated = navigations(screens);
	if (hasEndpoint && !model) {
		findings.error(
			'MISSING_REQUIRED_PROPERTY',
			placeIn(root, 'data_api_version'),
			'A flow with "data_api_version" needs "routing_model", e.g. {"FIRST": ["SECOND"], "SECOND": []}',
		);
		return;
	}
	if (model && model.type !== 'object') {
		findings.error(
			'INVALID_PROPERTY_TYPE',
			placeIn(root, 'routing_model'),
			'"routing_model" must be an object of screen IDs',
		);
		return;
	}
	const routes = model ? declared(model) : navigated;
	const place = model ? placeIn(root, 'routing_model') : placeIn(root, 'screens');
	if (model) checkModel(routes, navigated, screens, place, findings);
	checkGraph(routes, screens, place, findings);
}

type Routes = ReadonlyMap<string, ReadonlySet<string>>;

function navigations(screens: readonly Screen[]): Routes {
	return new Map(
		screens.map((screen) => [
			screen.id,
			new Set(
				actionsOf(screen)
					.filter(({ name }) => name === 'navigate')
					.map(({ node }) => textOf(valueOf(node, 'next'), 'name'))
					.filter((id) => id !== undefined && id !== screen.id) as string[],
			),
		]),
	);
}

function declared(model: JsonNode): Routes {
	return new Map(
		membersOf(model).map(({ key, value }) => [
			key,
			new Set(
				value.type === 'array'
					? value.items.flatMap((item) => (item.type === 'string' ? [item.value] : []))
					: [],
			),
		]),
	);
}

function checkTerminal(
	root: { node: JsonNode; path: string },
	screens: readonly Screen[],
	findings: Findings,
): void {
	if (screens.length === 0) return;
	const terminal = screens.filter(({ node }) => isTrue(node, 'terminal'));
	if (terminal.length === 0)
		findings.error(
			'MISSING_TERMINAL_SCREEN',
			placeIn(root, 'screens'),
			'No screen ends the flow; add "terminal": true to the last one',
		);
	else if (terminal.every(({ node }) => isFalse(node, 'success')))
		findings.error(
			'INVALID_PROPERTY_VALUE',
			placeOf(terminal[0]),
			'At least one terminal screen must not have "success": false',
		);
}

function isFalse(node: JsonNode, key: string): boolean {
	const value = valueOf(node, key);
	return value?.type === 'boolean' && !value.value;
}

function checkModel(
	routes: Routes,
	navigated: Routes,
	screens: readonly Screen[],
	place: Place,
	findings: Findings,
): void {
	const ids = new Set(screens.map(({ id }) => id));
	const named = new Set([...routes.keys(), ...[...routes.values()].flatMap((to) => [...to])]);
	const unknown = [...named].filter((id) => !ids.has(id));
	if (unknown.length > 0)
		findings.error(
			CODE,
			place,
			`The routing model names screens that do not exist: ${list(unknown)}`,
		);
	const missing = [...ids].filter((id) => id !== '' && !routes.has(id));
	if (missing.length > 0)
		findings.error(CODE, place, `These screens are missing in the routing model: ${list(missing)}`);
	for (const [from, targets] of routes)
		if (targets.has(from))
			findings.error(CODE, place, `The routing model leads from "${from}" to itself`);
	for (const [from, targets] of navigated)
		for (const to of targets)
			if (ids.has(to) && !routes.get(from)?.has(to))
				findings.error(
					CODE,
					place,
					`Screen "${from}" navigates to "${to}", but the routing model does not say so`,
				);
}

function checkGraph(
	routes: Routes,
	screens: readonly Screen[],
	place: Place,
	findings: Findings,
): void {
	const ids = screens.map(({ id }) => id).filter((id) => id !== '');
	for (const [from, targets] of routes)
		if (targets.size > MAX_BRANCHES)
			findings.error(
				CODE,
				place,
				`Screen "${from}" leads to ${targets.size} screens; the limit is ${MAX_BRANCHES}`,
			);
	const loop = findLoop(routes);
	if (loop)
		findings.error(
			CODE,
			place,
			`The screens lead in a circle: ${loop.join(' → ')}. Name only the way forward; going back is always possible`,
		);
	if (ids.length < 2) return;
	const reached = new Set([...routes.values()].flatMap((to) => [...to]));
	const entries = ids.filter((id) => !reached.has(id));
	if (entries.length === 0) {
		if (!loop)
			findings.error(CODE, place, 'No screen is the first one: each is reached from another');
		return;
	}
	const connected = connectedWith(entries[0], routes);
	const apart = ids.filter((id) => !connected.has(id));
	if (apart.length > 0)
		findings.error(CODE, place, `These screens are not connected with the others: ${list(apart)}`);
}

function findLoop(routes: Routes): string[] | undefined {
	const done = new Set<string>();
	const visit = (id: string, path: readonly string[]): string[] | undefined => {
		const at = path.indexOf(id);
		if (at !== -1) return [...path.slice(at), id];
		if (done.has(id)) return undefined;
		for (const next of routes.get(id) ?? []) {
			const loop = next === id ? undefined : visit(next, [...path, id]);
			if (loop) return loop;
		}
		done.add(id);
		return undefined;
	};
	for (const id of routes.keys()) {
		const loop = visit(id, []);
		if (loop) return loop;
	}
	return undefined;
}

/** All screens that are connected with one, whichever way the routes lead. */
function connectedWith(first: string, routes: Routes): Set<string> {
	const found = new Set<string>();
	const queue = [first];
	for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
		if (found.has(id)) continue;
		found.add(id);
		queue.push(...(routes.get(id) ?? []));
		for (const [from, targets] of routes) if (targets.has(id)) queue.push(from);
	}
	return found;
}

function list(ids: readonly string[]): string {
	return ids.map((id) => `"${id.slice(0, 40)}"`).join(', ');
}
