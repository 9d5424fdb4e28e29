import { Formatted } from '../../format/Formatted';
import { textAt } from '../../parts/json';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';
import { Film } from '../media';

export function Video() {
	const { content, media } = useMessage();
	const caption = textAt(content, 'caption');
	return (
		<Bubble wide>
			<Film media={media['']} />
			{caption && <Formatted text={caption} />}
		</Bubble>
	);
}
