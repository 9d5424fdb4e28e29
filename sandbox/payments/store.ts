import { ControlError } from '../control/controlError';
import type { MessageView, PaymentView } from '../control/types';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** A sent order, as far as payments need it. */
export interface Order {
	message: MessageView;
	referenceId: string;
	/** Name of the payment configuration in the message. */
	configuration: string;
	/** `razorpay`, `payu`, …; `pix_dynamic_code`, … in Brazil. */
	gateway: string;
	currency: string;
	total: { value: number; offset: number };
	/** `receipt`, `notes`, `udf1` …: repeated in webhooks and lookups. */
	notes: Record<string, unknown>;
}

/** Payments by number and reference ID. */
export function payments(_world: World): Map<string, PaymentView> {
	void _world;
	return new Map();
}

export const paymentKey = (numberId: string, referenceId: string) => `${numberId}:${referenceId}`;

interface Parameters {
	reference_id: string;
	currency: string;
	total_amount: { value: number; offset: number };
	payment_settings?: Array<Record<string, unknown>>;
	payment_type?: string;
	payment_configuration?: string;
}

/** The order of a message; `undefined` for other messages. */
export function orderOf(message: MessageView): Order | undefined {
	const { type, action } = (message.content ?? {}) as {
		type?: string;
		action?: { parameters?: Parameters };
	};
	const order = action?.parameters;
	if (type !== 'order_details' || !order) return undefined;
	const [settings] = order.payment_settings ?? [];
	const kind = String(settings?.type ?? order.payment_type ?? '');
	const details = (settings?.[kind] ?? {}) as Record<string, unknown>;
	const gateway = typeof details.type === 'string' ? details.type : kind;
	const named = details.configuration_name ?? order.payment_configuration;
	return {
		message,
		referenceId: order.reference_id,
		configuration: typeof named === 'string' ? named : '',
		gateway,
		currency: order.currency,
		total: { value: order.total_amount.value, offset: order.total_amount.offset },
		notes: notesOf(details[gateway]),
	};
}

function notesOf(value: unknown): Record<string, unknown> {
	return value !== null && typeof value === 'object' && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}

/** The order that a number has sent with this reference ID. */
export function orderBy(world: World, number: PhoneNumber, referenceId: string): Order | undefined {
	return world.messages
		.list({ phoneNumberId: number.id, direction: 'outgoing', limit: 1_000_000 })
		.flatMap((message) => orderOf(message) ?? [])
		.find((order) => order.referenceId === referenceId);
}

/** The order of a control call. Throws ControlError (404). */
export function orderInMessage(world: World, messageId: string): Order {
	const message = world.messages.find(messageId);
	const order = message && orderOf(message.view);
	if (!order) throw new ControlError(`${messageId} is no order details message`, 404);
	return order;
}
