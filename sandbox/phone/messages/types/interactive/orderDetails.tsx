import { ReceiptText } from 'lucide';
import type { Json } from '../../../../control/types';
import { listAt, numberAt, objectAt, textAt } from '../../../parts/json';
import { amount } from '../../../parts/money';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';
import { ProductArt } from './ProductArt';

/** The items and the total of an order. */
export function OrderLines({ parameters, full }: { parameters: Json; full?: boolean }) {
	const currency = textAt(parameters, 'currency');
	const items = listAt(parameters, 'order', 'items');
	const sums = full ? ['subtotal', 'discount', 'shipping', 'tax'] : [];
	return (
		<div class="order">
			{items.slice(0, full ? undefined : 2).map((item) => (
				<div class="order__item">
					<ProductArt id={textAt(item, 'retailer_id') || textAt(item, 'name')} size={20} />
					<span>
						{textAt(item, 'name') || textAt(item, 'retailer_id')}
						<small>Quantity {numberAt(item, 'quantity') ?? 1}</small>
					</span>
					<b>{amount(item && objectAt(item, 'amount'), currency)}</b>
				</div>
			))}
			{!full && items.length > 2 && <small>{items.length - 2} more</small>}
			{sums.map((name) => {
				const sum = amount(objectAt(parameters, 'order', name), currency);
				return (
					sum && (
						<p class="order__sum">
							<span>{name[0].toUpperCase() + name.slice(1)}</span> <span>{sum}</span>
						</p>
					)
				);
			})}
			<p class="order__sum order__sum--total">
				<span>Total</span> <span>{amount(objectAt(parameters, 'total_amount'), currency)}</span>
			</p>
		</div>
	);
}

export function OrderDetails() {
	const message = useMessage();
	const { open } = useActions();
	const parameters = objectAt(message.content, 'action', 'parameters');
	return (
		<Frame
			rows={
				<Row
					icon={ReceiptText}
					label="Review and pay"
					onClick={() => open({ kind: 'order', message, order: parameters })}
				/>
			}
		>
			<p class="card-label">Order {textAt(parameters, 'reference_id')}</p>
			<OrderLines parameters={parameters} />
		</Frame>
	);
}
