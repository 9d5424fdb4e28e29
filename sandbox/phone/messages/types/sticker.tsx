import { Bubble } from '../Bubble';
import { useMessage } from '../context';
import { Picture } from '../media';

export function Sticker() {
	const { media } = useMessage();
	return (
		<Bubble bare>
			<span class="sticker">
				<Picture media={media['']} caption="Sticker" />
			</span>
		</Bubble>
	);
}
