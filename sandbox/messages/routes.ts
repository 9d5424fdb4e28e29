import { invalidParameter, parameterRequired } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { markRead } from './markRead';
import { send } from './send';

const MESSAGING = 'whatsapp_business_messaging';

/** `/{phone-number-id}/messages` and `/marketing_messages`. */
export function messageRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		PHONE_NUMBER,
		'POST',
		'messages',
		(number, { params, fault, warnings }) => {
			checkProduct(params);
			return params.status === undefined
				? send(world, number, params, { failsWith: fault?.failsWith, warnings })
				: markRead(world, number, params);
		},
		{ scope: MESSAGING },
	);
	graph.edge(
		PHONE_NUMBER,
		'POST',
		'marketing_messages',
		(number, { params, fault, warnings }) => {
			checkProduct(params);
			if ((params.to === undefined) === (params.recipient === undefined)) {
				throw invalidParameter('Exactly one of the parameters to and recipient is required.');
			}
			checkMarketing(params);
			return send(world, number, params, {
				viaMarketingApi: true,
				failsWith: fault?.failsWith,
				warnings,
			});
		},
		{ scope: MESSAGING },
	);
}

function checkProduct({ messaging_product: product }: Record<string, unknown>): void {
	if (product === undefined) throw parameterRequired('messaging_product');
	if (product !== 'whatsapp') {
		throw invalidParameter(
			`Param messaging_product must be one of {WHATSAPP} - got "${String(product)}".`,
		);
	}
}

const POLICIES = ['CLOUD_API_FALLBACK', 'STRICT'];

function checkMarketing(params: Record<string, unknown>): void {
	const { product_policy: policy, message_activity_sharing: sharing } = params;
	if (policy !== undefined && !POLICIES.includes(String(policy))) {
		throw invalidParameter(
			`Param product_policy must be one of {${POLICIES.join(', ')}} - got "${String(policy)}".`,
		);
	}
	if (sharing !== undefined && typeof sharing !== 'boolean') {
		throw invalidParameter('Param message_activity_sharing must be a boolean.');
	}
}
