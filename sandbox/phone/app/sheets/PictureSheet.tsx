import type { MediaView } from '../../../control/types';
import { Formatted } from '../../format/Formatted';
import { Sheet } from '../../parts/Sheet';

/** An image in full size. */
export function PictureSheet({
	media,
	caption,
	onClose,
}: {
	media: MediaView;
	caption: string;
	onClose: () => void;
}) {
	return (
		<Sheet title="Picture" onClose={onClose} tall>
			<img class="large-picture" src={media.url} alt={caption} />
			{caption && <Formatted text={caption} />}
		</Sheet>
	);
}
