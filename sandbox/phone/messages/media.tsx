import { Download, FileText, ImageOff, Play } from 'lucide';
import { useState } from 'preact/hooks';
import type { MediaView } from '../../control/types';
import { fileSize, fileType } from '../parts/size';
import { Icon } from '../parts/Icon';
import { useActions } from './context';

/** What stands in place of a picture or film that cannot be shown, with the reason. */
function Missing({ media, what }: { media: MediaView | undefined; what: string }) {
	const reason = !media
		? 'not found'
		: media.fetched
			? 'cannot be shown by this browser'
			: 'lies outside the sandbox';
	return (
		<div class="missing" title={media?.url}>
			<Icon icon={ImageOff} size={26} />
			<span>
				{what} {reason}
			</span>
		</div>
	);
}

/** A picture of a message; a tap shows it large. */
export function Picture({
	media,
	caption = '',
	shape,
}: {
	media: MediaView | undefined;
	caption?: string;
	shape?: 'header' | 'card';
}) {
	const { open, enabled } = useActions();
	const [broken, setBroken] = useState(false);
	if (!media || broken) return <Missing media={media} what="Picture" />;
	return (
		<button
			type="button"
			class={`picture ${shape ? `picture--${shape}` : ''}`}
			aria-label={caption ? `Picture: ${caption}` : 'Picture'}
			onClick={() => enabled && open({ kind: 'picture', media, caption })}
		>
			<img src={media.url} alt={caption} onError={() => setBroken(true)} />
		</button>
	);
}

/** A film with the browser's own player. */
export function Film({ media, gif }: { media: MediaView | undefined; gif?: boolean }) {
	const [broken, setBroken] = useState(false);
	if (!media || broken) return <Missing media={media} what="Video" />;
	return (
		<video
			class="film"
			src={media.url}
			controls={!gif}
			autoPlay={gif}
			loop={gif}
			muted={gif}
			playsInline
			preload="metadata"
			aria-label="Video"
			onError={() => setBroken(true)}
		/>
	);
}

/** A film in a card or header while it is not played: only its sign. */
export const FilmSign = () => (
	<span class="film-sign">
		<Icon icon={Play} size={22} />
	</span>
);

/** A document with its type, name and size; a tap downloads it. */
export function DocumentCard({
	media,
	filename,
}: {
	media: MediaView | undefined;
	filename: string;
}) {
	const name = filename || media?.filename || 'Untitled';
	const type = fileType(media?.mimeType ?? '', name);
	const details = [media?.fileSize !== undefined && fileSize(media.fileSize), type].filter(Boolean);
	return (
		<a
			class="document"
			href={media?.url}
			download={name}
			target="_blank"
			rel="noopener noreferrer"
			aria-label={`Document ${name}`}
		>
			<span class={`document__type document__type--${type.toLowerCase()}`}>
				<Icon icon={FileText} size={20} />
				<b>{type.slice(0, 4)}</b>
			</span>
			<span class="document__name">
				<span dir="auto">{name}</span>
				<small>{details.join(' · ')}</small>
			</span>
			<Icon icon={Download} size={18} />
		</a>
	);
}
