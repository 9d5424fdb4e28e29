import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { text } from '../webhooks/read';

/** Whether a phone number is an Official Business Account, and the state of its application. */
export interface OfficialAccountStatus {
	/** E.g. `NOT_STARTED`, `PENDING`, `APPROVED`, or `REJECTED`. */
	status?: string;
	/** Meta's sentence. */
	message?: string;
	raw: Json;
}

export async function getOfficialAccountStatus(
	graph: GraphApi,
	phoneNumberId: string,
): Promise<OfficialAccountStatus> {
	const id = graphId(phoneNumberId, 'sender', 'The phone number ID');
	const raw = await graph.get(`${id}/official_business_account`, {
		fields: 'oba_status,status_message',
	});
	return { status: text(raw.oba_status), message: text(raw.status_message), raw };
}
