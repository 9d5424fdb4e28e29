/* eslint-disable @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import { ControlError } from '../control/controlError';
import type { Json, JsonObject, MessageView } from '../control/types';
import { GraphError } from '../graph/errors';
import { send } from '../messages/send';
import type { World } from '../world/world';
import { signedKeyOf } from './encryption';
import type { Flow } from './flow';
import { errorsOf } from './flowErrors';
import { entryScreen, type FlowJson } from './play/flowJson';

/**
 * The message with which a flow is tried: the newest one to the first customer, or a new one. Its
 * data are the examples of the first screen's data model. Throws ControlError.
 */
export function previewMessage(world: World, flow: Flow): MessageView {
	const draft = flow.status === 'DRAFT';
	const asset = draft ? flow.asset : flow.live[0];
	if (!asset?.json) throw new ControlError(errorsOf(flow), 409);
	const number = world.directory.numbersOf(flow.accountId)[0];
	const customer = [...world.directory.customers.values()][0];
	if (!number || !customer) throw new ControlError('There is no phone number or customer', 409);
	const first = firstScreen(asset.json);
	const exchange = asset.dataApiVersion !== undefined && flow.endpointUri !== undefined;
	if (asset.dataApiVersion !== undefined && !signedKeyOf(world, number)) {
		throw new ControlError(
			`A flow with an endpoint needs a public key of the phone number ${number.id} (POST /${number.id}/whatsapp_business_encryption)`,
			409,
		);
	}
	const known = world.messages
		.list({ customer: customer.waId, phoneNumberId: number.id, direction: 'outgoing' })
		.findLast(({ flow: sent }) => sent?.id === flow.id && !sent.expired);
	const message = known && world.messages.find(known.id);
	if (message?.view.flow) {
		const { data, ...rest } = message.view.flow;
		void data;
		message.view.flow = {
			...rest,
			mode: draft ? 'draft' : 'published',
			action: exchange ? 'data_exchange' : 'navigate',
			screen: first.id,
			...(first.data && !exchange ? { data: first.data } : {}),
		};
		world.messages.changed(message);
		return message.view;
	}
	customer.lastIncoming.set(number.id, world.clock.now());
	const parameters = {
		flow_message_version: '3',
		flow_id: flow.id,
		flow_cta: 'Open',
		flow_token: `preview-${flow.id}`,
		mode: draft ? 'draft' : 'published',
		flow_action: exchange ? 'data_exchange' : 'navigate',
		...(exchange
			? {}
			: { flow_action_payload: { screen: first.id, ...(first.data ? { data: first.data } : {}) } }),
	};
	try {
		const answer = send(world, number, {
			messaging_product: 'whatsapp',
			to: `+${customer.waId}`,
			type: 'interactive',
			interactive: {
				type: 'flow',
				body: { text: flow.name },
				action: { name: 'flow', parameters },
			},
		}) as { messages: Array<{ id: string }> };
		const sent = world.messages.find(answer.messages[0].id);
		if (!sent) throw new ControlError('The message was not stored');
		return sent.view;
	} catch (error) {
		if (!(error instanceof GraphError)) throw error;
		throw new ControlError(error.parts.details ?? error.message, 409);
	}
}

function firstScreen(json: FlowJson): { id: string; data?: JsonObject } {
	const screen = entryScreen(json);
	const data = Object.entries(screen.data ?? {}).map(
		([name, model]) => [name, model.__example__ as Json] as const,
	);
	return { id: screen.id, ...(data.length > 0 ? { data: Object.fromEntries(data) } : {}) };
}
