import type { IHookFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../../cloud-api/graph';
import { graphId } from '../../../cloud-api/graphId';
import { readCredential, requireFromCredential, type Credential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { eventChoices, fieldsOf } from '../eventChoices';
import type { EventChoice } from '../eventTable';
import { accountLevel, appLevel, numberLevel, type Level } from './levels';

export type RegisterFor = 'phoneNumber' | 'businessAccount' | 'app' | 'manual';

/** What the builder asks for, read from parameters and credential without asking Meta anything. */
export interface Wish {
	registerFor: RegisterFor;
	/** Our callback, of production or of a test run. */
	url: string;
	isTest: boolean;
	takeOver: boolean;
	choices: EventChoice[];
	fields: string[];
	credential: Credential;
	/** Empty when none is needed. */
	phoneNumberId: string;
	/** Empty when the credential names none and none is needed. */
	businessAccountId: string;
}

/** Everything that registering, checking and removing need. */
export interface Plan extends Wish {
	graph: GraphApi;
	appId: string;
	/** Where our callback goes. */
	level: Level;
	/** The app's own level, which holds the list of fields for all. */
	appLevel: Level;
}

/** @throws InvalidInputError when something is missing */
export async function wishOf(context: IHookFunctions): Promise<Wish> {
	const registerFor = context.getNodeParameter('registerFor') as RegisterFor;
	const credential = await readCredential(context);
	requireFromCredential(
		credential,
		'appSecret',
		'to make sure that messages really come from Meta',
	);
	const choices = eventChoices(context.getNodeParameter('events') as string[]);
	const needsAccount = registerFor === 'phoneNumber' || registerFor === 'businessAccount';
	return {
		registerFor,
		url: context.getNodeWebhookUrl('default') ?? '',
		isTest: context.getActivationMode() === 'manual',
		takeOver: context.getNodeParameter('options.takeOver', false) === true,
		choices,
		fields: fieldsOf(choices),
		credential,
		phoneNumberId: registerFor === 'phoneNumber' ? numberOf(context, credential) : '',
		businessAccountId: needsAccount
			? requireFromCredential(credential, 'businessAccountId', 'to subscribe the app to it')
			: credential.businessAccountId,
	};
}

/** @throws InvalidInputError when the credential has no app ID: the app's own level is reached with it */
export function planOf(context: IHookFunctions, wish: Wish): Plan {
	const { registerFor, credential, phoneNumberId, businessAccountId } = wish;
	const graph = graphOf(context, credential);
	const appId = requireFromCredential(credential, 'appId', 'to register the webhook');
	const ofApp = appLevel(graph, appId);
	const levels: Record<RegisterFor, () => Level> = {
		phoneNumber: () => numberLevel(graph, phoneNumberId),
		businessAccount: () => accountLevel(graph, businessAccountId, appId),
		app: () => ofApp,
		manual: () => ofApp,
	};
	return { ...wish, graph, appId, appLevel: ofApp, level: levels[registerFor]() };
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
