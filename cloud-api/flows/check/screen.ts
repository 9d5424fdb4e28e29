import { itemsOf, membersOf, pathTo, textOf, valueOf } from '../json/node';
import type { JsonNode } from '../json/parse';
import { COMPONENTS } from './components';
import type { Place } from './findings';

/** One component of a screen, however deep it is. */
export interface Component {
	node: JsonNode;
	path: string;
	type: string;
	name?: string;
	/** Types of the components around it, outermost first, e.g. `['Form', 'If']`. */
	inside: readonly string[];
}

/** A screen of a Flow JSON with everything that is looked up in it. */
export interface Screen {
	node: JsonNode;
	path: string;
	id: string;
	components: readonly Component[];
	/** Names of the components that take input. */
	inputs: ReadonlyMap<string, Component>;
	/** The screen's data model; `undefined` when it declares none. */
	data?: JsonNode;
}

/** The screens of a Flow JSON, in its order. */
export function screensOf(flow: JsonNode): Screen[] {
	return itemsOf(flow, 'screens').map((node, index) => {
		const path = `screens[${index}]`;
		const components: Component[] = [];
		collect(
			itemsOf(valueOf(node, 'layout'), 'children'),
			`${path}.layout.children`,
			[],
			components,
		);
		const inputs = new Map<string, Component>();
		for (const component of components)
			if (component.name !== undefined && COMPONENTS[component.type]?.input)
				inputs.set(component.name, component);
		return {
			node,
			path,
			id: textOf(node, 'id') ?? '',
			components,
			inputs,
			data: valueOf(node, 'data'),
		};
	});
}

/** The place of a node. */
export function placeOf({ node, path }: { node: JsonNode; path: string }): Place {
	return { path, start: node.start, end: node.end };
}

/** The place of a key of an object; of the whole object when it does not have the key. */
export function placeIn(owner: { node: JsonNode; path: string }, key: string): Place {
	const value = valueOf(owner.node, key);
	return value
		? { path: pathTo(owner.path, key), start: value.start, end: value.end }
		: placeOf(owner);
}

function collect(
	nodes: readonly JsonNode[],
	path: string,
	inside: readonly string[],
	found: Component[],
): void {
	for (const [index, node] of nodes.entries()) {
		const type = textOf(node, 'type') ?? '';
		const own = pathTo(path, index);
		found.push({ node, path: own, type, name: textOf(node, 'name'), inside });
		const within = [...inside, type];
		for (const key of ['children', 'then', 'else'])
			collect(itemsOf(node, key), pathTo(own, key), within, found);
		if (type !== 'Switch') continue;
		for (const { key, value } of membersOf(valueOf(node, 'cases')))
			if (value.type === 'array')
				collect(value.items, pathTo(pathTo(own, 'cases'), key), within, found);
	}
}
