import type { IHookFunctions } from 'n8n-workflow';
import { callbackLevel, type Level } from '../../../cloud-api/accounts/callbackLevels';
import type { GraphApi } from '../../../cloud-api/graph';
import { requireFromCredential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import type { RegistrationRequest } from './request';

/** Everything that registering, checking and removing need. */
export interface Plan extends RegistrationRequest {
	graph: GraphApi;
	appId: string;
	/** Where our callback is registered. */
	level: Level;
	/** The app itself, whose list of fields applies to all levels. */
	appLevel: Level;
}

/** @throws InvalidInputError when the credential has no app ID: the app's own callback is read with it */
export function planOf(context: IHookFunctions, request: RegistrationRequest): Plan {
	const { target, credential, phoneNumberId, businessAccountId } = request;
	const graph = graphOf(context, credential);
	const appId = requireFromCredential(credential, 'appId', 'to register the webhook');
	const appLevel = callbackLevel(graph, 'app', appId, appId);
	const level =
		target === 'phoneNumber'
			? callbackLevel(graph, target, phoneNumberId, appId)
			: target === 'businessAccount'
				? callbackLevel(graph, target, businessAccountId, appId)
				: appLevel;
	return { ...request, graph, appId, appLevel, level };
}
