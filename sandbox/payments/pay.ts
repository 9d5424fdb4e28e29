import { ControlError } from '../control/controlError';
import type { PaymentInput, PaymentTransaction, PaymentView } from '../control/types';
import { metadata, userIdOf, webhookContact } from '../messages/identity';
import type { World } from '../world/world';
import { orderInMessage, paymentKey, payments, type Order } from './store';

/** A customer pays an order, fails to, or starts to: the business gets a `payment` status. */
export function pay(world: World, input: PaymentInput): PaymentView {
	const order = orderInMessage(world, input.messageId);
	const payment = paymentFor(world, order);
	if (payment.status === 'captured') throw new ControlError('The order is paid already', 409);
	const now = world.clock.seconds();
	const open = payment.transactions.find(({ status }) => status === 'pending');
	const transaction: PaymentTransaction = open ?? {
		id: `order_${world.ids.object(9)}`,
		pg_transaction_id: `pay_${world.ids.object(9)}`,
		type: order.gateway,
		status: 'pending',
		created_timestamp: now,
		updated_timestamp: now,
	};
	if (!open) payment.transactions.push(transaction);
	const { outcome = 'success', method = 'upi', reason } = input;
	Object.assign(transaction, {
		status: outcome,
		method: { type: method },
		updated_timestamp: now,
		...(outcome === 'failed' && {
			error: { code: 'payment_failed', reason: reason ?? 'The customer canceled the payment' },
		}),
	});
	if (outcome === 'success') payment.status = 'captured';
	publishPayment(world, order, payment, transaction);
	return payment;
}

function paymentFor(world: World, order: Order): PaymentView {
	const all = world.use(payments);
	const key = paymentKey(order.message.phoneNumberId, order.referenceId);
	let payment = all.get(key);
	if (!payment) {
		payment = {
			reference_id: order.referenceId,
			status: 'pending',
			currency: order.currency,
			total_amount: order.total,
			transactions: [],
			...order.notes,
		};
		all.set(key, payment);
	}
	return payment;
}

/** Publishes the status of a payment. All statuses carry the ID of the order's message. */
export function publishPayment(
	world: World,
	order: Order,
	payment: PaymentView,
	transaction: PaymentTransaction,
): void {
	const number = world.directory.numbers.get(order.message.phoneNumberId);
	const customer = world.directory.customers.get(order.message.customer);
	if (!number || !customer) return;
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: 'messages',
		value: {
			messaging_product: 'whatsapp',
			metadata: metadata(number),
			contacts: [webhookContact(world, number, customer)],
			statuses: [
				{
					id: order.message.id,
					...(customer.settings.hidesPhoneNumber ? {} : { recipient_id: customer.waId }),
					recipient_user_id: userIdOf(world, number, customer),
					type: 'payment',
					status: payment.status,
					timestamp: String(world.clock.seconds()),
					payment: {
						reference_id: payment.reference_id,
						amount: payment.total_amount,
						currency: payment.currency,
						transaction,
						...order.notes,
					},
				},
			],
		},
	});
	const message = world.messages.find(order.message.id);
	if (message) world.messages.changed(message);
}
