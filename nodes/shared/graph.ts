import { GraphApi, type GraphOptions } from '../../cloud-api/graph';
import type { Transport } from '../../cloud-api/transport';
import type { Credential } from './credential';
import { n8nTransport, type HttpContext } from './n8nTransport';
import { explainForLogin } from './reconnect';

/** The Graph API with the credential of a node. */
export function graphOf(context: HttpContext, credential: Credential): GraphApi {
	return new GraphApi(graphOptions(credential, n8nTransport(context, credential)));
}

/** Where the Graph API of a credential is, and how it explains a rejected token. */
export function graphOptions(
	{ baseUrl, graphVersion: version, kind }: Credential,
	transport: Transport,
): GraphOptions {
	return {
		transport,
		baseUrl,
		version,
		...(kind === 'oAuth2' && { explain: explainForLogin }),
	};
}
