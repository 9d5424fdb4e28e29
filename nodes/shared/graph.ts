import { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';
import { n8nTransport, type HttpContext } from './n8nTransport';

/** The Graph API with the credential of a node. */
export function graphOf(context: HttpContext, credential: Credential): GraphApi {
	return new GraphApi({
		transport: n8nTransport(context, credential),
		baseUrl: credential.baseUrl,
		version: credential.graphVersion,
	});
}
