import type { IHookFunctions } from 'n8n-workflow';
import { readCredential, requireFromCredential } from '../shared/credential';
import { toNodeError } from '../shared/errors';

/**
 * What is checked when the workflow is published: without the app secret, no request can be answered. The URL
 * is registered with the flow, not here, because a flow may have its key and endpoint later.
 */
export async function checkCredential(context: IHookFunctions): Promise<boolean> {
	try {
		requireFromCredential(await readCredential(context), 'appSecret', 'to check signatures');
		return true;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
