import { InvalidInputError } from '../../errors/cloudApiError';
import type { Json } from '../../graph';
import { isRecord, text } from '../../webhooks/read';

/** A request of a customer's WhatsApp that a workflow answers. */
export interface FlowExchange {
	/** `INIT` opens the flow, `BACK` returns to a screen, `data_exchange` sends what was entered. */
	action: string;
	/** The screen the customer is on; absent when the flow opens. */
	screen?: string;
	/** What was entered, or the data of the action. */
	data: Json;
	flowToken?: string;
	/** JWT over the flow token, from data API 4.0. */
	tokenSignature?: string;
	/** Version of the data API. */
	version?: string;
}

/** A problem that WhatsApp reports about an earlier answer. */
export interface FlowProblem {
	/** Meta's key, e.g. `invalid-screen-transition` or `payload-schema-error`. */
	error: string;
	message?: string;
	screen?: string;
	flowToken?: string;
}

/** What a decrypted request is (Meta: WhatsApp Flows, implementing your flow endpoint). */
export type FlowRequest =
	| { kind: 'ping' }
	| { kind: 'problem'; problem: FlowProblem }
	| { kind: 'exchange'; exchange: FlowExchange };

/** Reads a decrypted request. Unknown actions are exchanges, so that the workflow decides. */
export function readRequest(clear: Json): FlowRequest {
	const action = text(clear.action) ?? '';
	if (action.toLowerCase() === 'ping') return { kind: 'ping' };
	const data = isRecord(clear.data) ? clear.data : {};
	const flowToken = text(clear.flow_token);
	const screen = text(clear.screen);
	const error = text(data.error) ?? text(data.error_key);
	if (error !== undefined && isNotice(data))
		return {
			kind: 'problem',
			problem: { error, message: text(data.error_message), screen, flowToken },
		};
	return {
		kind: 'exchange',
		exchange: {
			action,
			screen,
			data,
			flowToken,
			tokenSignature: text(clear.flow_token_signature),
			version: text(clear.version),
		},
	};
}

/** A form may have a field named "error"; a notice has nothing else. */
function isNotice(data: Json): boolean {
	return Object.keys(data).every((key) => /^error(_key|_message)?$/.test(key));
}

/** The answer to a health check. */
export const PONG: Json = { data: { status: 'active' } };

/** The answer to a problem that WhatsApp reports. */
export const ACKNOWLEDGED: Json = { data: { acknowledged: true } };

/**
 * The answer that shows a screen.
 *
 * @param errorMessage shown on the screen, e.g. why what was entered is not accepted
 * @throws InvalidInputError without a screen
 */
export function nextScreen(screen: string, data: Json, errorMessage?: string): Json {
	const id = screen.trim();
	if (id === '')
		throw new InvalidInputError(
			'screen',
			'There is no screen',
			'Enter the ID of the screen to show, as in the Flow JSON.',
		);
	if (id.toUpperCase() === 'SUCCESS')
		throw new InvalidInputError(
			'screen',
			'SUCCESS is not a screen: it ends the flow',
			'Set "Answer" to "End Flow".',
		);
	const message = errorMessage?.trim() ?? '';
	return { screen: id, data: { ...data, ...(message !== '' && { error_message: message }) } };
}

/** The answer that ends the flow. The values come back in the customer's answer message. */
export function endOfFlow(flowToken: string | undefined, values: Json): Json {
	return {
		screen: 'SUCCESS',
		data: {
			extension_message_response: {
				params: { ...values, ...(flowToken !== undefined && { flow_token: flowToken }) },
			},
		},
	};
}
