import { Formatted } from '../../format/Formatted';
import { textAt } from '../../parts/json';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';
import { Picture } from '../media';

export function Image() {
	const { content, media } = useMessage();
	const caption = textAt(content, 'caption');
	return (
		<Bubble wide metaOnPicture={!caption}>
			<Picture media={media['']} caption={caption} />
			{caption && <Formatted text={caption} />}
		</Bubble>
	);
}
