import { textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';
import { ProductArt } from './ProductArt';

export function Product() {
	const message = useMessage();
	const { open } = useActions();
	const id = textAt(message.content, 'action', 'product_retailer_id');
	const catalogId = textAt(message.content, 'action', 'catalog_id');
	const view = () =>
		open({
			kind: 'products',
			message,
			catalogId,
			title: 'Product',
			sections: [{ title: '', products: [id] }],
		});
	return (
		<Frame rows={<Row label="View" onClick={view} />}>
			<div class="product">
				<ProductArt id={id} size={48} />
				<strong>{id}</strong>
				<small>Catalogue {catalogId}</small>
			</div>
		</Frame>
	);
}
