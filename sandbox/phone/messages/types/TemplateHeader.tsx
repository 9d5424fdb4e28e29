import type { RenderedTemplate } from '../../../control/types';
import { Formatted } from '../../format/Formatted';
import { textAt } from '../../parts/json';
import { DocumentCard, Film, Picture } from '../media';
import { ProductArt } from './interactive/ProductArt';
import { Place } from './location';

type OwnHeader = NonNullable<RenderedTemplate['header']>;
type CardHeader = NonNullable<NonNullable<RenderedTemplate['cards']>[number]['header']>;

/** The header of a template or of one of its cards. */
export function TemplateHeader({ header }: { header: OwnHeader | CardHeader }) {
	switch (header.format.toUpperCase()) {
		case 'IMAGE':
			return <Picture media={header.media} shape="header" />;
		case 'VIDEO':
			return <Film media={header.media} />;
		case 'GIF':
			return <Film media={header.media} gif />;
		case 'DOCUMENT':
			return <DocumentCard media={header.media} filename="" />;
		case 'LOCATION':
			return <Place location={('location' in header && header.location) || {}} />;
		case 'PRODUCT': {
			const id = textAt('product' in header ? header.product : undefined, 'product_retailer_id');
			return (
				<div class="product product--card">
					<ProductArt id={id} size={48} />
					<strong>{id}</strong>
				</div>
			);
		}
		default:
			return 'text' in header && header.text ? (
				<p class="header-text">
					<Formatted text={header.text} />
				</p>
			) : null;
	}
}
