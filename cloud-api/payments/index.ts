/** Payments of orders in India and Brazil: look up, refund, and payment configurations. */
export {
	getPayments,
	listPaymentConfigurations,
	refundPayment,
	type Payment,
	type PaymentConfiguration,
	type Refund,
	type RefundRequest,
	type Transaction,
} from './payments';
