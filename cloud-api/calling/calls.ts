import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { check } from '../messages/check';
import { metaId } from '../messages/schema';
import { z } from 'zod/v3';

const call = z.object({ callId: metaId('The call ID') });

/**
 * Ends a call: `reject` before it is accepted, `terminate` afterwards. Neither carries sound.
 *
 * @param callId from the webhook field `calls`, e.g. `wacid.HBgLMTIx…`
 */
export async function endCall(
	graph: GraphApi,
	phoneNumberId: string,
	callId: string,
	action: 'reject' | 'terminate',
): Promise<void> {
	const path = `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/calls`;
	await graph.post(path, {
		messaging_product: 'whatsapp',
		call_id: check(call, { callId }).callId,
		action,
	});
}
