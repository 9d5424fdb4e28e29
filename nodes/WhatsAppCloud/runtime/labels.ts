import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/**
 * The labels of the form for a field of `cloud-api`, e.g. `buttons[3].title` → `Buttons → Title (4)`.
 *
 * A segment that the form does not have is skipped; `undefined` when none is known. A form that is flatter
 * than `cloud-api` joins two segments: `header.text` is its `headerText`.
 */
export function labelOf(fields: INodeProperties[], path: string): string | undefined {
	const labels: string[] = [];
	let level: Labelled[] = fields;
	let position = '';
	const segments = path.split(/[.[\]]+/).filter(Boolean);
	for (let segment = segments.shift(); segment; segment = segments.shift()) {
		if (/^\d+$/.test(segment)) {
			position = ` (${Number(segment) + 1})`;
			continue;
		}
		const joined = find(level, joinedName(segment, segments[0]));
		if (joined) segments.shift();
		const found = joined ?? find(level, segment);
		if (!found) continue;
		labels.push(found.displayName);
		level = childrenOf(found);
	}
	return labels.length > 0 ? labels.join(' → ') + position : undefined;
}

function joinedName(segment: string, next = ''): string {
	return next === '' ? '' : `${segment}${next[0].toUpperCase()}${next.slice(1)}`;
}

type Labelled = INodeProperties | INodePropertyCollection;

/** Breadth first, because the group of a fixed collection is not part of the path. */
function find(level: Labelled[], name: string): Labelled | undefined {
	const queue = [...level];
	for (let next = queue.shift(); next; next = queue.shift()) {
		if (next.name === name) return next;
		queue.push(...childrenOf(next));
	}
	return undefined;
}

function childrenOf(field: Labelled): Labelled[] {
	if ('values' in field) return field.values;
	return (field.options ?? []).filter(
		(option: INodePropertyOptions | Labelled): option is Labelled => 'displayName' in option,
	);
}
