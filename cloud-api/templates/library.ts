import type { GraphApi, Json } from '../graph';

/** Returns templates of Meta's template library. */
export async function libraryTemplates(
	graph: GraphApi,
	filter: {
		search?: string;
		topic?: string;
		usecase?: string;
		industry?: string;
		language?: string;
	},
	limit?: number,
): Promise<Json[]> {
	return await graph.list('message_template_library', filter, { limit });
}
