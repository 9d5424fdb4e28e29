import { GraphError, InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../../cloud-api/graph';
import type { Credential } from '../../shared/credential';
import { proofOf } from '../../shared/appSecretProof';

/**
 * Finds a wrong app secret before the first message is lost to it: Meta accepts the proof only when
 * token and secret belong to the same app.
 *
 * @throws InvalidInputError when they do not; what the Graph API throws when the token itself is rejected
 */
export async function checkAppSecret(graph: GraphApi, credential: Credential): Promise<void> {
	const { accessToken, appSecret, phoneNumberId, businessAccountId } = credential;
	try {
		await graph.get(phoneNumberId || businessAccountId || 'me', {
			fields: 'id',
			...proofOf(appSecret, accessToken),
		});
	} catch (error) {
		throw wrongSecret(error) ?? error;
	}
}

function wrongSecret(error: unknown): InvalidInputError | undefined {
	if (!(error instanceof GraphError) || !/appsecret_proof/i.test(error.envelope.message))
		return undefined;
	return new InvalidInputError(
		'credential.appSecret',
		'The App Secret of the credential does not belong to the app of the access token',
		'Every message would be rejected, because its signature would not match. Copy the secret of the app that the token was made for: App dashboard → App settings → Basic → Show.',
	);
}
