import type { GraphApi, Json } from '../graph';
import { accountId, idList, templateId } from './ids';

const ARCHIVE_HOST = 'https://api.facebook.com';
/** Deletes one language of a template. */
export async function deleteTemplate(
	graph: GraphApi,
	account: string,
	{ id, name }: { id: string; name: string },
): Promise<Json> {
	return await graph.delete(`${accountId(account)}/message_templates`, {
		query: { hsm_id: templateId(id), name },
	});
}

/** Deletes a template in every language it exists in. */
export async function deleteAllLanguages(
	graph: GraphApi,
	account: string,
	name: string,
): Promise<Json> {
	return await graph.delete(`${accountId(account)}/message_templates`, { query: { name } });
}

/** Deletes up to 100 templates by ID: all or none. */
export async function deleteTemplates(
	graph: GraphApi,
	account: string,
	ids: readonly string[],
): Promise<Json> {
	return await graph.delete(`${accountId(account)}/message_templates`, {
		query: { hsm_ids: JSON.stringify(idList(ids)) },
	});
}

/** Archives or unarchives up to 100 templates; the response lists the failed ones (Meta: message templates). */
export async function archiveTemplates(
	graph: GraphApi,
	account: string,
	ids: readonly string[],
	direction: 'archive' | 'unarchive',
): Promise<Json> {
	return await graph.post(
		`${accountId(account)}/message_templates/${direction}`,
		{ hsm_ids: idList(ids) },
		{ host: ARCHIVE_HOST },
	);
}

/** Ends a pause that was caused by a rate limit; other pauses expire. */
export async function unpauseTemplate(graph: GraphApi, id: string): Promise<Json> {
	return await graph.post(`${templateId(id)}/unpause`);
}
