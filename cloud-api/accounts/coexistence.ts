import { textOf } from '../answers';
import { CloudApiError } from '../errors/cloudApiError';
import { rethrow } from '../errors/rethrow';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';

/** What a phone number in coexistence can sync from the WhatsApp Business app (Meta: onboarding business app users). */
export type SyncType = 'smb_app_state_sync' | 'history';

export interface RequestedSync {
	/** Meta's ID of the request, for its support. */
	requestId?: string;
}

/**
 * Asks Meta to send the contacts or the chat history of the WhatsApp Business app as webhooks
 * (`smb_app_state_sync`, `history`). Possible once for each type, within 24 hours of onboarding
 * (Meta's codes 2593107 and 2593108 otherwise).
 */
export async function requestSync(
	graph: GraphApi,
	phoneNumberId: string,
	syncType: SyncType,
): Promise<RequestedSync> {
	const { request_id: requestId } = await graph.post<{ request_id?: unknown }>(
		`${idOf(phoneNumberId)}/smb_app_data`,
		{ messaging_product: 'whatsapp', sync_type: syncType },
	);
	const id = textOf(requestId);
	return id === undefined ? {} : { requestId: id };
}

/**
 * Whether a phone number is used in the WhatsApp Business app, too (`is_on_biz_app`); `undefined` when
 * Meta does not say. Never throws what Meta answers.
 */
export async function isOnBusinessApp(
	graph: GraphApi,
	phoneNumberId: string,
): Promise<boolean | undefined> {
	try {
		const { is_on_biz_app: answer } = await graph.get<{ is_on_biz_app?: unknown }>(
			idOf(phoneNumberId),
			{ fields: 'id,is_on_biz_app' },
		);
		return typeof answer === 'boolean' ? answer : undefined;
	} catch (error) {
		if (error instanceof CloudApiError) return undefined;
		rethrow(error);
	}
}

function idOf(phoneNumberId: string): string {
	return graphId(phoneNumberId, 'sender', 'The phone number ID');
}
