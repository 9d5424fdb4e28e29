import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { record, records, text } from '../webhooks/read';

/**
 * The dataset that receives the conversions of a WhatsApp Business Account; Meta creates it when there is
 * none. Requires the permission `whatsapp_business_manage_events`.
 */
export async function getOrCreateDataset(graph: GraphApi, accountId: string): Promise<string> {
	return datasetId(await graph.post(edge(accountId), {}, { idempotent: true }));
}

function datasetId(answer: Json): string {
	return text(answer.id) ?? text(record(records(answer.data)[0]).id) ?? '';
}

function edge(accountId: string): string {
	return `${graphId(accountId, 'account', 'The WhatsApp Business Account ID')}/dataset`;
}
