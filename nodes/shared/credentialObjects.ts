import type { GraphApi } from '../../cloud-api/graph';

/** What an ID of Meta's stands for, with what a person needs to replace it. */
export type MetaObject =
	| { is: 'phone number'; number: string }
	| { is: 'WhatsApp Business Account' }
	| { is: 'business portfolio'; accounts: string[] };

/**
 * Finds out what an ID stands for, by the fields that only that object has. `undefined` if the token cannot
 * read it.
 */
export async function objectOf(graph: GraphApi, id: string): Promise<MetaObject | undefined> {
	if (!/^\d{1,40}$/.test(id)) return undefined;
	const [phoneNumber, account, portfolio] = await Promise.all([
		orNothing(graph.get<{ display_phone_number?: string }>(id, { fields: 'display_phone_number' })),
		orNothing(graph.get(id, { fields: 'message_template_namespace' })),
		orNothing(
			graph.list<{ id: string }>(`${id}/owned_whatsapp_business_accounts`, { fields: 'id' }),
		),
	]);
	if (phoneNumber?.display_phone_number)
		return { is: 'phone number', number: phoneNumber.display_phone_number };
	if (account) return { is: 'WhatsApp Business Account' };
	return portfolio && { is: 'business portfolio', accounts: portfolio.map((one) => one.id) };
}

async function orNothing<T>(request: Promise<T>): Promise<T | undefined> {
	return await request.then(
		(answer) => answer,
		() => undefined,
	);
}
