/** How a customer pays an order. */
export interface PaymentInput {
	/** wamid of the order details message. */
	messageId: string;
	/** Default `success`. `pending` starts the payment; a later call ends it. */
	outcome?: 'success' | 'failed' | 'pending';
	/** Default `upi`. */
	method?: 'upi' | 'card' | 'wallet' | 'netbanking';
	/** Why it failed. */
	reason?: string;
}

/** A payment as the lookup answers it. Amounts are multiplied by 100, times are seconds. */
export interface PaymentView {
	reference_id: string;
	status: 'pending' | 'captured';
	currency: string;
	total_amount: { value: number; offset: number };
	transactions: PaymentTransaction[];
	[note: string]: unknown;
}

export interface PaymentTransaction {
	id: string;
	pg_transaction_id: string;
	type: string;
	status: 'pending' | 'success' | 'failed';
	created_timestamp: number;
	updated_timestamp: number;
	method?: { type: string };
	error?: { code: string; reason: string };
	refunds?: PaymentRefund[];
}

export interface PaymentRefund {
	id: string;
	amount: { value: number; offset: number };
	speed_processed: string;
	status: 'pending' | 'success' | 'failed';
	created_timestamp: number;
	updated_timestamp: number;
}
