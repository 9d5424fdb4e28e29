import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { accountId, templateId } from './ids';

export interface Migration {
	sourceAccount: string;
	/** Migrates only these; by default all, 500 per page. */
	ids?: readonly string[];
	page?: number;
	count?: number;
}

/** Copies approved templates from another account of the same business portfolio; the originals stay. */
export async function migrateTemplates(
	graph: GraphApi,
	account: string,
	{ sourceAccount, ids, page, count }: Migration,
): Promise<Json> {
	return await graph.post(`${accountId(account)}/migrate_message_templates`, {
		source_waba_id: graphId(sourceAccount, 'sourceAccount', 'The source account ID'),
		...(page !== undefined && { page_number: page }),
		...(count !== undefined && { count }),
		...(ids && ids.length > 0 && { template_ids: ids.map((id) => templateId(id)) }),
	});
}
