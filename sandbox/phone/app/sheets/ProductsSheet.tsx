import { Minus, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { ProductArt } from '../../messages/types/interactive/ProductArt';
import { Icon } from '../../parts/Icon';
import { money } from '../../parts/money';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';
import { Field } from './Field';
import type { SheetProps } from './request';

/** An invented price, always the same for a retailer ID. */
const priceOf = (id: string) =>
	5 + ([...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1000, 7) % 90) / 2;

/** Products with quantities, sent as an order. */
export function ProductsSheet({ request, onClose }: SheetProps<'products'>) {
	const products = request.sections.flatMap((section) => section.products);
	const [quantities, setQuantities] = useState<Record<string, number>>(() =>
		products.length === 1 ? { [products[0]]: 1 } : {},
	);
	const [currency, setCurrency] = useState('USD');
	const [note, setNote] = useState('');
	const chosen = products.filter((id) => quantities[id] > 0);
	const total = chosen.reduce((sum, id) => sum + quantities[id] * priceOf(id), 0);
	const change = (id: string, by: number) =>
		setQuantities({ ...quantities, [id]: Math.max(0, (quantities[id] ?? 0) + by) });
	const submit = async () => {
		const product_items = chosen.map((id) => ({
			product_retailer_id: id,
			quantity: quantities[id],
			item_price: priceOf(id),
			currency,
		}));
		const order = {
			catalog_id: request.catalogId || 'catalog',
			product_items,
			...(note && { text: note }),
		};
		if (await send({ type: 'order', order, replyTo: request.message.id })) onClose();
	};
	return (
		<Sheet title={request.title} onClose={onClose} tall>
			{products.length === 0 && (
				<p class="hint">The sandbox has no catalog, so there are no products to choose from.</p>
			)}
			{request.sections.map((section) => (
				<section class="shelf">
					{section.title && <h3>{section.title}</h3>}
					{section.products.map((id) => (
						<div class="shelf__item">
							<ProductArt id={id} size={24} />
							<span>
								<strong>{id}</strong>
								<small>{money(priceOf(id), currency)} (invented)</small>
							</span>
							<button
								type="button"
								class="round"
								aria-label={`One ${id} less`}
								disabled={!quantities[id]}
								onClick={() => change(id, -1)}
							>
								<Icon icon={Minus} size={16} />
							</button>
							<output>{quantities[id] ?? 0}</output>
							<button
								type="button"
								class="round"
								aria-label={`One ${id} more`}
								onClick={() => change(id, 1)}
							>
								<Icon icon={Plus} size={16} />
							</button>
						</div>
					))}
				</section>
			))}
			<div class="pair">
				<Field
					label="Currency"
					value={currency}
					onInput={(value) => setCurrency(value.toUpperCase().slice(0, 3))}
				/>
				<Field label="Note" value={note} onInput={setNote} />
			</div>
			<button
				type="button"
				class="primary"
				disabled={chosen.length === 0}
				onClick={() => void submit()}
			>
				Send to business · {money(total, currency)}
			</button>
		</Sheet>
	);
}
