import { OrderLines } from '../../messages/types/interactive/orderDetails';
import { ProductArt } from '../../messages/types/interactive/ProductArt';
import { listAt, numberAt, textAt } from '../../parts/json';
import { money } from '../../parts/money';
import { Sheet } from '../../parts/Sheet';
import { PayOrder } from './PayOrder';
import type { SheetProps } from './request';

/** A sent cart, or an order to pay. */
export function OrderSheet({ request, onClose }: SheetProps<'order'>) {
	const { order } = request;
	const cart = listAt(order, 'product_items');
	if (cart.length === 0) {
		return (
			<Sheet title={`Order ${textAt(order, 'reference_id')}`} onClose={onClose}>
				<OrderLines parameters={order} full />
				<PayOrder message={request.message} onClose={onClose} />
			</Sheet>
		);
	}
	return (
		<Sheet title="Sent cart" onClose={onClose}>
			{cart.map((item) => (
				<div class="shelf__item">
					<ProductArt id={textAt(item, 'product_retailer_id')} size={24} />
					<span>
						<strong>{textAt(item, 'product_retailer_id')}</strong>
						<small>{money(numberAt(item, 'item_price') ?? 0, textAt(item, 'currency'))}</small>
					</span>
					<output>× {textAt(item, 'quantity')}</output>
				</div>
			))}
		</Sheet>
	);
}
