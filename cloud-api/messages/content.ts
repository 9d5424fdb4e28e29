/**
 * What a message says, without whom it is for: `{ type: 'text', text: { … } }`, the part of Meta's body
 * that differs from kind to kind.
 */
export interface MessageContent {
	readonly type: string;
	readonly [key: string]: unknown;
}
