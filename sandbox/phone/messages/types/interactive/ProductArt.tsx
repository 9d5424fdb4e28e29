import { Box, Gift, Package, ShoppingBag, Sparkles, Tag } from 'lucide';
import { Icon } from '../../../parts/Icon';

const ART = [Package, ShoppingBag, Gift, Box, Tag, Sparkles];
const number = (id: string) =>
	[...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 1);

/** A drawn product image: the sandbox has no catalog, only retailer IDs. */
export function ProductArt({ id, size = 34 }: { id: string; size?: number }) {
	return (
		<span class={`product-art product-art--${number(id) % 5}`} aria-hidden="true">
			<Icon icon={ART[number(id) % ART.length]} size={size} />
		</span>
	);
}
