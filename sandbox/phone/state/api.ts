/* eslint-disable @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import type { SeedCustomer } from '../../seed';
import type { Chat } from './chats';
import type {
	BehaviorPatch,
	CallInput,
	CallView,
	CustomerSettings,
	CustomerView,
	DeliveryView,
	FaultInput,
	FaultView,
	FlowSessionView,
	FlowStep,
	IncomingInput,
	MessageView,
	PaymentView,
	RequestView,
	StateView,
} from '../../control/types';

/** A request that the sandbox rejected or did not answer. The message is for users. */
export class ControlError extends Error {}

/** The error message of an answer, or its status. */
async function wordsOf(response: Response): Promise<string> {
	const text = await response.text();
	try {
		const { error } = JSON.parse(text) as { error?: unknown };
		if (typeof error === 'string') return error;
	} catch {
		// Not JSON: use the status.
	}
	return `The sandbox answered ${response.status} ${response.statusText}`.trim();
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
	let response: Response;
	try {
		response = await fetch(`/_sandbox/${path}`, {
			method,
			headers: body ? { 'content-type': 'application/json' } : undefined,
			body: body && JSON.stringify(body),
		});
	} catch {
		throw new ControlError('The sandbox does not answer. Is it still running?');
	}
	if (!response.ok) throw new ControlError(await wordsOf(response));
	return (await response.json()) as T;
}

const id = encodeURIComponent;

/** The part of the control API that the phone page uses. Every call throws {@link ControlError}. */
export const api = {
	state: () => call<StateView>('GET', 'state'),
	messages: () => call<MessageView[]>('GET', 'messages?limit=1000'),
	requests: () => call<RequestView[]>('GET', 'requests?limit=200'),
	deliveries: () => call<DeliveryView[]>('GET', 'deliveries?limit=200'),
	send: (customer: string, input: IncomingInput) =>
		call<MessageView>('POST', `customers/${id(customer)}/messages`, input),
	/** The customer opens the flow of a message. */
	openFlow: (customer: string, messageId: string) =>
		call<FlowSessionView>('POST', `customers/${id(customer)}/flows`, { messageId }),
	flowStep: (session: string, step: FlowStep) =>
		call<FlowSessionView>('POST', `flow-sessions/${id(session)}/steps`, step),
	/** The message with which a flow is tried. */
	previewFlow: (flow: string) => call<MessageView>('POST', `flows/${id(flow)}/preview-message`, {}),
	/** The customer reads everything up to this message. */
	read: (customer: string, phoneNumberId: string, messageId: string) =>
		call<{ read: number }>('POST', `customers/${id(customer)}/read`, { phoneNumberId, messageId }),
	/** Opens or closes the customer service window. */
	setWindow: (customer: string, phoneNumberId: string, open: boolean) =>
		call<CustomerView>('POST', `customers/${id(customer)}/window`, { open, phoneNumberId }),
	/** Changes the customer's phone number. */
	changeNumber: (customer: string, waId: string) =>
		call<CustomerView>('POST', `customers/${id(customer)}/number`, { waId }),
	createCustomer: (customer: Partial<SeedCustomer> & { waId: string; name: string }) =>
		call<CustomerView>('POST', 'customers', customer),
	updateCustomer: (customer: string, patch: Partial<CustomerSettings>) =>
		call<CustomerView>('PATCH', `customers/${id(customer)}`, patch),
	behavior: (patch: BehaviorPatch) => call<unknown>('PATCH', 'behavior', patch),
	advance: (ms: number) => call<{ now: number }>('POST', 'clock', { milliseconds: ms }),
	addFault: (fault: FaultInput) => call<FaultView>('POST', 'faults', fault),
	removeFault: (fault: string) => call<unknown>('DELETE', `faults?id=${id(fault)}`),
	samples: () => call<string[]>('GET', 'samples'),
	sendSample: (name: string, chat: Chat | null) =>
		call<unknown>('POST', `samples/${id(name)}`, {
			...(chat && { customer: chat.customer.waId, phoneNumberId: chat.number.id }),
		}),
	calls: () => call<CallView[]>('GET', 'calls'),
	startCall: (customer: string, input: CallInput) =>
		call<CallView>('POST', `customers/${id(customer)}/calls`, input),
	hangUp: (callId: string) => call<CallView>('POST', `calls/${id(callId)}/hang-up`),
	payments: () => call<PaymentView[]>('GET', 'payments'),
	pay: (messageId: string, outcome: 'success' | 'failed') =>
		call<PaymentView>('POST', 'payments', { messageId, outcome }),
	joinGroup: (customer: string, group: string) =>
		call<{ outcome: 'joined' | 'requested' }>('POST', 'groups/join', { customer, group }),
	leaveGroup: (customer: string, group: string) =>
		call<unknown>('POST', 'groups/leave', { customer, group }),
	reset: () => call<unknown>('POST', 'reset'),
};
