import type { IHookFunctions } from 'n8n-workflow';
import type { Credential } from '../../shared/credential';
import { withDefaults, type Needs } from '../../shared/defaults';
import { graphOf } from '../../shared/graph';
import { fingerprint } from '../../shared/tokenRenewal';
import { readFoundDefaults, saveFoundDefaults } from '../registrationMemory';

/**
 * Fills in what the credential leaves empty, as {@link withDefaults} does. What was found is remembered with
 * the trigger, so that neither a start of n8n without network nor a further phone number moves a
 * registration.
 */
export async function withRememberedDefaults(
	context: IHookFunctions,
	credential: Credential,
	needs: Needs,
): Promise<Credential> {
	const token = fingerprint(credential.accessToken);
	const found = readFoundDefaults(context);
	if (found?.token === token && found.chosenNumber === (needs.chosenNumber ?? '')) {
		return {
			...credential,
			phoneNumberId: credential.phoneNumberId || found.phoneNumberId,
			businessAccountId: credential.businessAccountId || found.businessAccountId,
		};
	}
	const filled = await withDefaults(graphOf(context, credential), credential, needs);
	const { phoneNumberId, businessAccountId } = filled;
	const isComplete =
		(!needs.phoneNumber || phoneNumberId !== '') && (!needs.account || businessAccountId !== '');
	if (filled !== credential && isComplete) {
		const chosenNumber = needs.chosenNumber ?? '';
		saveFoundDefaults(context, { token, chosenNumber, phoneNumberId, businessAccountId });
	}
	return filled;
}
