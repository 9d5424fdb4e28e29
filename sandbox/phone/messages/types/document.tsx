import { Formatted } from '../../format/Formatted';
import { textAt } from '../../parts/json';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';
import { DocumentCard } from '../media';

export function Document() {
	const { content, media } = useMessage();
	const caption = textAt(content, 'caption');
	return (
		<Bubble wide>
			<DocumentCard media={media['']} filename={textAt(content, 'filename')} />
			{caption && <Formatted text={caption} />}
		</Bubble>
	);
}
