import type { IHookFunctions } from 'n8n-workflow';
import { inspectToken } from '../../../cloud-api/accounts/tokens';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { graphId, type GraphApi } from '../../../cloud-api/graph';
import { readCredential, requireFromCredential, type Credential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { eventChoices, fieldsOf, type EventChoice } from '../eventChoices';
import { accountLevel, appLevel, numberLevel, type Level } from './levels';

export type RegisterFor = 'phoneNumber' | 'businessAccount' | 'app' | 'manual';

/** Everything that registering, checking and removing need, read once. */
export interface Plan {
	registerFor: RegisterFor;
	/** Our callback, of production or of a test run. */
	url: string;
	isTest: boolean;
	takeOver: boolean;
	choices: EventChoice[];
	fields: string[];
	credential: Credential;
	graph: GraphApi;
	appId: string;
	/** Empty when the credential names none and none is needed. */
	businessAccountId: string;
	/** Set when registering for a phone number. */
	phoneNumberId: string;
	/** Where our callback goes. */
	level: Level;
	/** The app's own level, which holds the list of fields for all. */
	appLevel: Level;
}

/** What a manual registration needs: nothing of Meta's is touched. */
export interface ManualPlan extends Pick<Plan, 'url' | 'credential' | 'graph'> {
	registerFor: 'manual';
}

/**
 * Reads parameters and credential.
 *
 * @throws InvalidInputError when something is missing, and what the Graph API throws when the app ID
 *   has to be asked for
 */
export async function planOf(context: IHookFunctions): Promise<Plan | ManualPlan> {
	const registerFor = context.getNodeParameter('registerFor') as RegisterFor;
	const url = context.getNodeWebhookUrl('default') ?? '';
	const credential = await readCredential(context);
	const graph = graphOf(context, credential);
	requireFromCredential(
		credential,
		'appSecret',
		'to make sure that messages really come from Meta',
	);
	if (registerFor === 'manual') return { registerFor, url, credential, graph };

	const choices = eventChoices(context.getNodeParameter('events') as string[]);
	const appId = credential.appId || (await appIdOf(graph, credential));
	const businessAccountId =
		registerFor === 'app'
			? credential.businessAccountId
			: requireFromCredential(credential, 'businessAccountId', 'to subscribe the app to it');
	const phoneNumberId = registerFor === 'phoneNumber' ? numberOf(context, credential) : '';
	const ofApp = appLevel(graph, appId);
	return {
		registerFor,
		url,
		isTest: context.getActivationMode() === 'manual',
		takeOver: context.getNodeParameter('options.takeOver', false) === true,
		choices,
		fields: fieldsOf(choices),
		credential,
		graph,
		appId,
		businessAccountId,
		phoneNumberId,
		appLevel: ofApp,
		level:
			registerFor === 'phoneNumber'
				? numberLevel(graph, phoneNumberId)
				: registerFor === 'businessAccount'
					? accountLevel(graph, businessAccountId, appId)
					: ofApp,
	};
}

function numberOf(context: IHookFunctions, credential: Credential): string {
	const chosen = context.getNodeParameter('phoneNumber', '', { extractValue: true });
	const phoneNumberId = String(chosen ?? '').trim() || credential.phoneNumberId;
	if (phoneNumberId === '') {
		throw new InvalidInputError(
			'phoneNumber',
			'No phone number is chosen, and the credential has no default one',
			'Choose a phone number in this node, fill in "Default Phone Number ID" in the credential, or set Register For to "WhatsApp Business Account" to receive for all its numbers.',
		);
	}
	return graphId(phoneNumberId, 'phoneNumber', 'The phone number ID');
}

/** The app that the token belongs to; asking saves the builder from filling in the app ID. */
async function appIdOf(graph: GraphApi, credential: Credential): Promise<string> {
	const { appId } = await inspectToken(graph, credential.accessToken, false);
	return appId || requireFromCredential(credential, 'appId', 'to register the webhook');
}
