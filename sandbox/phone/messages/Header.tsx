import type { Json, MediaView } from '../../control/types';
import { Formatted } from '../format/Formatted';
import { textAt } from '../parts/json';
import { DocumentCard, Film, Picture } from './media';

/** The header of an interactive message. */
export function Header({ header, media }: { header: Json; media: MediaView | undefined }) {
	const type = textAt(header, 'type');
	if (type === 'image') return <Picture media={media} shape="header" />;
	if (type === 'video') return <Film media={media} />;
	if (type === 'document')
		return <DocumentCard media={media} filename={textAt(header, 'document', 'filename')} />;
	const text = textAt(header, 'text');
	return text ? (
		<p class="header-text">
			<Formatted text={text} />
		</p>
	) : null;
}
