import { accountHealth } from '../accounts/health';
import { invalidParameter } from '../graph/errors';
import type { World } from '../world/world';
import { signedKeyOf } from './encryption';
import type { Flow } from './flow';

interface Entity {
	entity_type: string;
	id: string;
	can_send_message: string;
	errors?: Array<{ error_code: number; error_description: string; possible_solution: string }>;
	additional_info?: string[];
}

const DOCS = 'https://developers.facebook.com/docs/whatsapp/flows';

/** `health_status` of a flow. With a phone number ID, also whether its key fits. */
export function flowHealth(world: World, flow: Flow, phoneNumberId?: string): unknown {
	const own: Entity = { entity_type: 'FLOW', id: flow.id, can_send_message: 'AVAILABLE' };
	const block = (description: string, solution: string) => {
		own.can_send_message = 'BLOCKED';
		own.errors = [
			...(own.errors ?? []),
			{ error_code: 131000, error_description: description, possible_solution: solution },
		];
	};
	const account = world.directory.accounts.get(flow.accountId);
	if (!flow.asset) block('flow_json: The flow has no Flow JSON.', `${DOCS}/reference/flowjson`);
	if (flow.asset && flow.asset.errors.length > 0) {
		block('validation: The Flow JSON has validation errors.', `${DOCS}/reference/error-codes`);
	}
	if (['BLOCKED', 'DEPRECATED'].includes(flow.status)) {
		block(`status: The flow is ${flow.status.toLowerCase()}.`, `${DOCS}/reference/lifecycle`);
	}
	if (flow.status === 'THROTTLED') own.can_send_message = 'LIMITED';
	if (flow.asset?.dataApiVersion !== undefined) {
		if (!flow.endpointUri) {
			block(
				'endpoint_uri: You need to set the endpoint URI before you can send or publish a flow.',
				`${DOCS}/reference/flowjson#top-level-flow-json-properties`,
			);
		}
		if (!world.directory.apps.has(flow.applicationId ?? '')) {
			block(
				'app_check: You need to connect a Meta app to the flow before you can send or publish it.',
				'https://developers.facebook.com/docs/development/create-an-app',
			);
		}
		if (!hasKey(world, flow, phoneNumberId)) {
			block(
				'public_key: You need to upload and sign a public key for the phone number before you can send or publish a flow.',
				`${DOCS}/guides/implementingyourflowendpoint#upload-public-key`,
			);
		}
	}
	const { entities } = (account ? accountHealth(world, account) : { entities: [] }) as {
		entities: Entity[];
	};
	const app = world.directory.apps.get(flow.applicationId ?? '');
	const all = [own, ...entities, ...(app ? [appEntity(app)] : [])];
	const worst = ['BLOCKED', 'LIMITED'].find((one) =>
		all.some((entity) => entity.can_send_message === one),
	);
	return { can_send_message: worst ?? 'AVAILABLE', entities: all };
}

function hasKey(world: World, flow: Flow, phoneNumberId: string | undefined): boolean {
	const numbers = world.directory.numbersOf(flow.accountId);
	if (phoneNumberId === undefined) {
		return numbers.some((number) => signedKeyOf(world, number) !== undefined);
	}
	const number = numbers.find(({ id }) => id === phoneNumberId);
	if (!number) throw invalidParameter('Param phone_number is not a number of this account.');
	return signedKeyOf(world, number) !== undefined;
}

function appEntity(app: { id: string; subscriptions: Map<string, { fields: string[] }> }): Entity {
	const subscribed = app.subscriptions
		.get('whatsapp_business_account')
		?.fields.includes('messages');
	return {
		entity_type: 'APP',
		id: app.id,
		can_send_message: subscribed ? 'AVAILABLE' : 'LIMITED',
		...(subscribed
			? {}
			: {
					additional_info: [
						'Your app is not subscribed to the message webhook. This means you will not receive any messages sent to your phone number.',
					],
				}),
	};
}
