import { CircleCheck } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { MessageView, PaymentView } from '../../../control/types';
import { Icon } from '../../parts/Icon';
import { textAt } from '../../parts/json';
import { act, say } from '../../state/acts';
import { api } from '../../state/api';

/** Pays an order as the customer, or shows that it is paid. */
export function PayOrder({ message, onClose }: { message: MessageView; onClose: () => void }) {
	const reference = textAt(message.content, 'action', 'parameters', 'reference_id');
	const [payment, setPayment] = useState<PaymentView | undefined>();
	useEffect(() => {
		void act(async () => {
			const all = await api.payments();
			setPayment(all.find((entry) => entry.reference_id === reference));
		});
	}, [reference]);
	const pay = async (outcome: 'success' | 'failed') => {
		if (!(await act(() => api.pay(message.id, outcome)))) return;
		say(outcome === 'success' ? 'Paid' : 'The payment failed');
		onClose();
	};
	if (payment?.status === 'captured') {
		const refunds = payment.transactions.flatMap((transaction) => transaction.refunds ?? []);
		return (
			<p class="order__paid">
				<Icon icon={CircleCheck} size={18} />
				{refunds.length > 0 ? `Paid, ${refunds.length} refunds` : 'Paid'}
			</p>
		);
	}
	return (
		<div class="order__pay">
			<button type="button" class="primary" onClick={() => void pay('success')}>
				Pay
			</button>
			<button type="button" class="plain" onClick={() => void pay('failed')}>
				Let the payment fail
			</button>
		</div>
	);
}
