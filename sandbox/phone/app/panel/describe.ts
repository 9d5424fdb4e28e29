import type { Json, MessageView, RequestView } from '../../../control/types';
import { summary } from '../../messages/summary';
import { at, textAt } from '../../parts/json';

/** Finds the display name of an address: phone number, BSUID, or group ID. */
export type NameOf = (address: string) => string | undefined;

/** A message of a request or a webhook in one line. */
function textOf(type: string, content: Json | undefined): string {
	const view = { type, content: content ?? {}, media: {} } as MessageView;
	return summary(view);
}

/** What a Graph request does, in a few words: "to Ana Lima: Your table is ready". */
export function requestText({ method, body }: RequestView, nameOf: NameOf): string | undefined {
	if (method !== 'POST') return undefined;
	if (textAt(body, 'status') === 'read') {
		return at(body, 'typing_indicator') === undefined ? 'mark as read' : 'mark as read and type';
	}
	const address = textAt(body, 'to') || textAt(body, 'recipient');
	if (!address) return undefined;
	const type = textAt(body, 'type') || 'text';
	return `to ${nameOf(address) ?? address}: ${textOf(type, at(body, type))}`;
}

/** What an entry of `messages[]` says: "from Ana Lima: Hello". */
export function messageText(message: Json, nameOf: NameOf): string {
	const address = textAt(message, 'from') || textAt(message, 'from_user_id');
	const type = textAt(message, 'type');
	return `from ${nameOf(address) ?? address}: ${textOf(type, at(message, type))}`;
}
