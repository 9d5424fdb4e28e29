import { textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';
import { ProductArt } from './ProductArt';

export function Catalog() {
	const message = useMessage();
	const { open } = useActions();
	const id = textAt(message.content, 'action', 'parameters', 'thumbnail_product_retailer_id');
	const sections = [{ title: '', products: id ? [id] : [] }];
	return (
		<Frame
			rows={
				<Row
					label="View catalog"
					onClick={() =>
						open({ kind: 'products', message, catalogId: '', title: 'Catalogue', sections })
					}
				/>
			}
		>
			<div class="product">
				<ProductArt id={id || 'catalog'} size={48} />
				<strong>Our catalogue</strong>
				<small>Browse pictures and details of what we offer</small>
			</div>
		</Frame>
	);
}
