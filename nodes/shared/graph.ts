import { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';
import { nodeTransport, type HttpContext } from './nodeTransport';

/** The Graph API as a node reaches it with its credential. */
export function graphOf(context: HttpContext, credential: Credential): GraphApi {
	return new GraphApi({
		transport: nodeTransport(context, credential),
		baseUrl: credential.baseUrl,
		version: credential.graphVersion,
	});
}
