import type { IHookFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { graphId } from '../../../cloud-api/graphId';
import { readCredential, requireFromCredential, type Credential } from '../../shared/credential';
import { eventChoices, fieldsOf } from '../eventChoices';
import type { EventChoice } from '../eventTable';
import { resolveTarget, type RegisterFor, type Target } from '../registerFor';
import { withRememberedDefaults } from './rememberedDefaults';

/**
 * What the parameters and the credential ask for. Reading it sends nothing, except to find out what the
 * token can access where no phone number or account is chosen.
 */
export interface RegistrationRequest {
	target: Target;
	/** Our callback URL, of production or of a test run. */
	url: string;
	isTest: boolean;
	/** Whether n8n is starting: it then registers its workflows one after another. */
	isRestart: boolean;
	takeOver: boolean;
	/** Whether a test run forwards what it receives. */
	forwards: boolean;
	choices: EventChoice[];
	/** Meta's webhook fields of the choices. */
	fields: string[];
	credential: Credential;
	/** Empty where none is needed. */
	phoneNumberId: string;
	/** Empty where the credential has none and none is needed. */
	businessAccountId: string;
}

/**
 * @throws InvalidInputError when something that the registration needs is missing
 */
export async function readRequest(context: IHookFunctions): Promise<RegistrationRequest> {
	const stored = await readCredential(context);
	requireFromCredential(stored, 'appSecret', 'to make sure that messages really come from Meta');
	const choices = eventChoices(context.getNodeParameter('events') as string[]);
	const target = resolveTarget(context.getNodeParameter('registerFor') as RegisterFor, choices);
	const needsAccount = target === 'phoneNumber' || target === 'businessAccount';
	const mode = context.getActivationMode();
	const credential = await withRememberedDefaults(context, stored, {
		phoneNumber: target === 'phoneNumber' && chosenNumber(context) === '',
		account: target !== 'manual',
		chosenNumber: target === 'phoneNumber' ? chosenNumber(context) : '',
	});
	return {
		target,
		url: context.getNodeWebhookUrl('default') ?? '',
		isTest: mode === 'manual',
		isRestart: mode === 'init' || mode === 'leadershipChange',
		takeOver: context.getNodeParameter('options.takeOver', false) === true,
		forwards: context.getNodeParameter('options.forwardTestEvents', true) !== false,
		choices,
		fields: fieldsOf(choices),
		credential,
		phoneNumberId: target === 'phoneNumber' ? phoneNumberOf(context, credential) : '',
		businessAccountId: needsAccount
			? requireFromCredential(credential, 'businessAccountId', 'to subscribe the app to it')
			: credential.businessAccountId,
	};
}

function phoneNumberOf(context: IHookFunctions, credential: Credential): string {
	const phoneNumberId = chosenNumber(context) || credential.phoneNumberId;
	if (phoneNumberId === '') {
		if (credential.reach) requireFromCredential(credential, 'phoneNumberId', 'to register for');
		throw new InvalidInputError(
			'phoneNumber',
			'No phone number is chosen, and the credential has no default one',
			'Choose a phone number in this node, fill in "Default Phone Number ID" in the credential, or set Register For to "WhatsApp Business Account" to receive for all its numbers.',
		);
	}
	return graphId(phoneNumberId, 'phoneNumber', 'The phone number ID');
}

function chosenNumber(context: IHookFunctions): string {
	const chosen = context.getNodeParameter('phoneNumber', '', { extractValue: true });
	return String(chosen ?? '').trim();
}
