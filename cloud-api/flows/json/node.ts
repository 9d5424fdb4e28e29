import type { JsonNode, Member } from './parse';

/** The member of an object; `undefined` for other values. Of a repeated key the last counts, as in JSON.parse. */
export function memberOf(node: JsonNode | undefined, key: string): Member | undefined {
	if (node?.type !== 'object') return undefined;
	return node.members.findLast((member) => member.key === key);
}

/** The value of a key; `undefined` when the key is absent. */
export function valueOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
	return memberOf(node, key)?.value;
}

/** The text of a key; `undefined` when it is absent or not text. */
export function textOf(node: JsonNode | undefined, key: string): string | undefined {
	const value = valueOf(node, key);
	return value?.type === 'string' ? value.value : undefined;
}

/** The number of a key; `undefined` when it is absent or not a number. */
export function numberOf(node: JsonNode | undefined, key: string): number | undefined {
	const value = valueOf(node, key);
	return value?.type === 'number' ? value.value : undefined;
}

/** Whether a key is `true`. */
export function isTrue(node: JsonNode | undefined, key: string): boolean {
	const value = valueOf(node, key);
	return value?.type === 'boolean' && value.value;
}

/** The entries of a key that is a list; none otherwise. */
export function itemsOf(node: JsonNode | undefined, key: string): JsonNode[] {
	const value = valueOf(node, key);
	return value?.type === 'array' ? value.items : [];
}

/** The members of an object; none otherwise. */
export function membersOf(node: JsonNode | undefined): Member[] {
	return node?.type === 'object' ? node.members : [];
}

/** The path of a key or index below another, as Meta writes it: `screens[0].layout`. */
export function pathTo(parent: string, step: string | number): string {
	if (typeof step === 'number') return `${parent}[${step}]`;
	return parent === '' ? step : `${parent}.${step}`;
}
