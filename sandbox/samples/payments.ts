import { contactEnvelope, timestamp, type MakeSample, type SampleContext } from './sample';

/** One payment: all its statuses carry the same message ID. */
const messageId = ({ customer }: SampleContext) =>
	`wamid.${Buffer.from(`payment ${customer.waId}`).toString('base64')}`;

function payment(context: SampleContext, status: string, transaction: object, beside: object = {}) {
	const { world, customer } = context;
	return {
		field: 'messages',
		value: {
			...contactEnvelope(context),
			statuses: [
				{
					id: messageId(context),
					recipient_id: customer.waId,
					recipient_user_id: customer.userId,
					type: 'payment',
					status,
					timestamp: timestamp(context),
					payment: {
						reference_id: 'order-7',
						amount: { value: 21000, offset: 100 },
						currency: 'INR',
						transaction: {
							id: 'transaction-1',
							pg_transaction_id: 'pay_sandbox_1',
							type: 'razorpay',
							created_timestamp: world.clock.seconds() - 30,
							updated_timestamp: world.clock.seconds(),
							method: { type: 'upi' },
							...transaction,
						},
						...beside,
					},
				},
			],
		},
	};
}

/** Payments (Meta's pages "Payments API India": webhooks). */
export const paymentSamples: Record<string, MakeSample> = {
	payment_captured: (context) => payment(context, 'captured', { status: 'success' }),
	payment_failed: (context) =>
		payment(context, 'pending', {
			id: 'transaction-0',
			status: 'failed',
			error: { code: 'payment_failed', reason: 'The customer cancelled the payment' },
		}),
	payment_refunded: (context) =>
		payment(
			context,
			'captured',
			{
				status: 'success',
				refunds: [
					{
						id: 'refund-1',
						amount: { value: 1000, offset: 100 },
						speed_processed: 'normal',
						status: 'success',
						created_timestamp: context.world.clock.seconds(),
						updated_timestamp: context.world.clock.seconds(),
					},
				],
			},
			{ notes: { channel: 'whatsapp' } },
		),
};
