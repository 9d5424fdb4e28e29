import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { GraphApi } from '../../../cloud-api/graph';
import { readCredential, requireFromCredential, type Credential } from '../credential';
import { withDefaults } from '../defaults';
import { toNodeError } from '../errors';
import { graphOf } from '../graph';

/** What a list receives from the node whose form is open. */
export interface Connection {
	graph: GraphApi;
	credential: Credential;
	/** A parameter as entered in the form; the value of a locator. Empty when unset. */
	current(name: string): string;
	/** The account selected in the form, else the credential's. */
	account(): string;
}

/** Loads a list for the editor; errors become those of the node. */
export async function connected<T>(
	context: ILoadOptionsFunctions,
	read: (connection: Connection) => Promise<T>,
): Promise<T> {
	try {
		const stored = await readCredential(context);
		const current = (name: string) => currentValue(context, name);
		const graph = graphOf(context, stored);
		const credential = await withDefaults(graph, stored, {
			phoneNumber: false,
			account: current('account') === '',
			chosenNumber: current('sender') || current('phoneNumber'),
		});
		return await read({
			graph,
			credential,
			current,
			account: () =>
				current('account') ||
				requireFromCredential(credential, 'businessAccountId', 'to show this list'),
		});
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** A parameter as entered in the form; the value of a locator. Empty when unset or not part of the form. */
export function currentValue(context: ILoadOptionsFunctions, name: string): string {
	const parameter = context.getCurrentNodeParameter(name);
	const value =
		typeof parameter === 'object' && parameter !== null && 'value' in parameter
			? parameter.value
			: parameter;
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Whether a text contains what was typed into the search field. */
export function fits(filter: string | undefined, ...texts: Array<string | undefined>): boolean {
	const search = filter?.trim().toLowerCase() ?? '';
	return texts.some((text) => text?.toLowerCase().includes(search));
}
