import { ShoppingBag } from 'lucide';
import { Formatted } from '../../format/Formatted';
import { listAt, numberAt, objectAt, textAt } from '../../parts/json';
import { money } from '../../parts/money';
import { Icon } from '../../parts/Icon';
import { Bubble } from '../Bubble';
import { useActions, useMessage } from '../context';
import { Row, Rows } from '../Rows';

/** A sent cart. */
export function Order() {
	const message = useMessage();
	const { open } = useActions();
	const items = listAt(message.content, 'product_items');
	const count = items.reduce<number>((sum, item) => sum + (numberAt(item, 'quantity') ?? 0), 0);
	const total = items.reduce<number>(
		(sum, item) => sum + (numberAt(item, 'quantity') ?? 0) * (numberAt(item, 'item_price') ?? 0),
		0,
	);
	const text = textAt(message.content, 'text');
	const view = () => open({ kind: 'order', message, order: objectAt(message.content) });
	return (
		<Bubble
			rows={
				<Rows>
					<Row label="View sent cart" onClick={view} />
				</Rows>
			}
		>
			<div class="cart">
				<span class="cart__art">
					<Icon icon={ShoppingBag} size={24} />
				</span>
				<span>
					<strong>
						{count} {count === 1 ? 'item' : 'items'}
					</strong>
					<small>{money(total, textAt(items[0], 'currency'))} (estimated total)</small>
				</span>
			</div>
			{text && <Formatted text={text} />}
		</Bubble>
	);
}
