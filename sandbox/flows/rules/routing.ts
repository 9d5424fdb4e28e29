import { isRaw, type FlowModel, type Raw, type ScreenModel } from './model';

type Routes = Map<string, Set<string>>;
const MAX_BRANCHES = 10;

/** Checks the routing model of an endpoint, or the routes that `navigate` makes without one. */
export function checkRouting(flow: FlowModel): void {
	const made = navigateRoutes(flow.screens);
	if (!flow.endpoint) {
		if (flow.raw.routing_model !== undefined) checkShape(flow);
		return checkGraph(flow, made, false);
	}
	if (flow.raw.routing_model === undefined) {
		return flow.issues.value(
			'MISSING_REQUIRED_PROPERTY',
			"The property 'routing_model' is required for property 'data_api_version'.",
			[],
		);
	}
	const given = checkShape(flow);
	if (!given) return;
	const ids = new Set(flow.screens.map(({ id }) => id));
	const named = new Set([
		...given.keys(),
		...[...given.values()].flatMap((targets) => [...targets]),
	]);
	report(
		flow,
		[...ids].filter((id) => !named.has(id)),
		(list) => `Following screens are missing in the routing model: [${list}].`,
	);
	report(
		flow,
		[...named].filter((id) => !ids.has(id)),
		(list) => `Invalid screens found in the routing model: [${list}].`,
	);
	for (const [from, targets] of made) {
		for (const to of targets) {
			if (!ids.has(to) || given.get(from)?.has(to)) continue;
			report(
				flow,
				[from],
				() =>
					`Missing direct route from screen '${from}' to screen '${to}' in the routing model, while it exists in the navigate screen action of screen '${from}'.`,
			);
		}
	}
	checkGraph(flow, given, true);
}

function report(flow: FlowModel, screens: string[], message: (list: string) => string): void {
	if (screens.length === 0) return;
	const path = flow.raw.routing_model === undefined ? ['screens'] : ['routing_model'];
	flow.issues.value('INVALID_ROUTING_MODEL', message(screens.join(', ')), path);
}

function checkShape({ raw, issues }: FlowModel): Routes | undefined {
	const model = raw.routing_model;
	if (!isRaw(model)) {
		issues.value(
			'INVALID_PROPERTY_TYPE',
			"Expected property 'routing_model' to be of type 'object'.",
			['routing_model'],
		);
		return undefined;
	}
	const routes: Routes = new Map();
	for (const [from, targets] of Object.entries(model)) {
		if (Array.isArray(targets) && targets.every((one) => typeof one === 'string')) {
			routes.set(from, new Set(targets as string[]));
		} else {
			issues.value('INVALID_PROPERTY_TYPE', `Expected property '${from}' to be of type 'array'.`, [
				'routing_model',
				from,
			]);
		}
	}
	return routes;
}

function navigateRoutes(screens: ScreenModel[]): Routes {
	return new Map(
		screens.map(({ id, components }) => {
			const targets = components.flatMap(({ raw }) => targetsOf(raw));
			return [id, new Set(targets.filter((target) => target !== id))];
		}),
	);
}

function targetsOf(component: Raw): string[] {
	const items = component['list-items'];
	const actions: unknown[] = [component['on-click-action']];
	if (Array.isArray(items)) {
		for (const item of items as unknown[]) if (isRaw(item)) actions.push(item['on-click-action']);
	}
	return actions.flatMap((action) => {
		const next =
			isRaw(action) && action.name === 'navigate' && isRaw(action.next) ? action.next : {};
		return typeof next.name === 'string' ? [next.name] : [];
	});
}

function checkGraph(flow: FlowModel, routes: Routes, endpoint: boolean): void {
	const ids = flow.screens.map(({ id }) => id);
	const known = new Set(ids);
	if (ids.length === 0) return;
	const to = (id: string) => [...(routes.get(id) ?? [])].filter((one) => known.has(one));
	for (const id of ids) {
		if (to(id).length > MAX_BRANCHES) {
			report(
				flow,
				[id],
				(list) =>
					`Number of branches exceeds the max limit of ${MAX_BRANCHES} for screens: [${list}].${endpoint ? '' : ' Reduce navigate actions for the screen.'}`,
			);
		}
	}
	const backward = new Set<string>();
	for (const [index, id] of ids.entries()) {
		for (const other of to(id)) {
			if (other === id || (to(other).includes(id) && index < ids.indexOf(other))) {
				backward.add(id);
				report(
					flow,
					[id],
					() =>
						`Backward route [${other}->${id}] corresponding to forward route [${id}->${other}] is not allowed in the routing model. Only forward routes can be specified.`,
				);
			}
		}
	}
	const inbound = new Set(ids.flatMap(to));
	if (ids.every((id) => inbound.has(id))) {
		report(flow, ids, () =>
			endpoint
				? 'No entry screen found in the routing model. Expected a screen with no inbound edges as the entry screen.'
				: 'No entry screen found in the routing model. Add a screen that is not used as the next screen in any of the navigate actions.',
		);
	}
	const loop = backward.size === 0 ? loopIn(ids, to) : undefined;
	if (loop)
		report(flow, loop, (list) => `Loop detected in the routing model for screens: [${list}].`);
	const apart = disconnected(ids, to);
	report(flow, apart, (list) =>
		endpoint
			? `Following screens are not connected with the rest of the screens: [${list}]. All screens should be connected.`
			: `Following screens are not connected with the rest of the screens via navigate screen action: [${list}]. All screens should be connected.`,
	);
}

/** The screens of a circle, if there is one. */
function loopIn(ids: string[], to: (id: string) => string[]): string[] | undefined {
	const done = new Set<string>();
	const visit = (id: string, trail: string[]): string[] | undefined => {
		if (trail.includes(id)) return trail.slice(trail.indexOf(id));
		if (done.has(id)) return undefined;
		for (const next of to(id)) {
			const found = visit(next, [...trail, id]);
			if (found) return found;
		}
		done.add(id);
		return undefined;
	};
	for (const id of ids) {
		const found = visit(id, []);
		if (found) return found;
	}
	return undefined;
}

/** Screens that no route connects with the first one, in either direction. */
function disconnected(ids: string[], to: (id: string) => string[]): string[] {
	const linked = new Set([ids[0]]);
	let size: number;
	do {
		size = linked.size;
		for (const id of ids) {
			for (const other of to(id)) {
				if (linked.has(id) || linked.has(other)) linked.add(id).add(other);
			}
		}
	} while (linked.size > size);
	return ids.filter((id) => !linked.has(id));
}
