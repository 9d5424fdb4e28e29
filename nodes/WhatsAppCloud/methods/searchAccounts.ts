import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { inspectToken } from '../../../cloud-api/accounts/tokens';
import { textOf } from '../../../cloud-api/answers';
import type { GraphApi } from '../../../cloud-api/graph';
import { connected, fits } from '../../shared/lists/connect';

/** The WhatsApp Business Accounts that the token can access, and the credential's own. */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await connected(this, async ({ graph, credential }) => {
		const { businessAccountIds } = await inspectToken(graph, credential.accessToken, false);
		const ids = new Set([credential.businessAccountId, ...businessAccountIds].filter(Boolean));
		const accounts = await Promise.all(
			[...ids].map(async (id) => ({ id, name: await nameOf(graph, id) })),
		);
		return {
			results: accounts
				.filter(({ id, name }) => fits(filter, id, name))
				.map(({ id, name }) => ({ name: name ? `${name} (${id})` : id, value: id })),
		};
	});
}

/** An account may be listed for a token and yet not be readable; its ID is still worth choosing. */
async function nameOf(graph: GraphApi, id: string): Promise<string | undefined> {
	return await graph.get(id, { fields: 'id,name' }).then(
		({ name }) => textOf(name),
		() => undefined,
	);
}
