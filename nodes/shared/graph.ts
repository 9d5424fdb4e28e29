import { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';
import { n8nTransport, type HttpContext } from './transport';

/** The Graph API as a node reaches it with its credential. */
export function graphOf(context: HttpContext, credential: Credential): GraphApi {
	return new GraphApi({
		transport: n8nTransport(context),
		baseUrl: credential.baseUrl,
		version: credential.graphVersion,
	});
}
