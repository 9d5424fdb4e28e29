import type { GraphApi, Json } from '../graph';
import { text } from '../webhooks/read';
import { groupIdOf } from './groupId';

/** The link with which people join the group, e.g. `https://chat.whatsapp.com/…`. */
export async function getInviteLink(graph: GraphApi, groupId: string): Promise<string> {
	return linkIn(await graph.get(edge(groupId)));
}

/** Makes a new invite link; the former one stops working. */
export async function resetInviteLink(graph: GraphApi, groupId: string): Promise<string> {
	return linkIn(await graph.post(edge(groupId), { messaging_product: 'whatsapp' }));
}

function linkIn(answer: Json): string {
	return text(answer.invite_link) ?? '';
}

function edge(groupId: string): string {
	return `${groupIdOf(groupId)}/invite_link`;
}
