import { listAt, textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';
import { ProductArt } from './ProductArt';

export function ProductList() {
	const message = useMessage();
	const { open } = useActions();
	const sections = listAt(message.content, 'action', 'sections').map((section) => ({
		title: textAt(section, 'title'),
		products: listAt(section, 'product_items').map((item) => textAt(item, 'product_retailer_id')),
	}));
	const products = sections.flatMap((section) => section.products);
	const catalogId = textAt(message.content, 'action', 'catalog_id');
	const title = textAt(message.content, 'header', 'text') || 'Items';
	return (
		<Frame
			rows={
				<Row
					label="View items"
					onClick={() => open({ kind: 'products', message, catalogId, title, sections })}
				/>
			}
		>
			<div class="product-strip">
				{products.slice(0, 3).map((id) => (
					<ProductArt id={id} />
				))}
				<small>
					{products.length} {products.length === 1 ? 'item' : 'items'}
				</small>
			</div>
		</Frame>
	);
}
