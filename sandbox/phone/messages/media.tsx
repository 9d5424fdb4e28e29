import { Download, FileText, ImageOff, Play } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { MediaView } from '../../control/types';
import { fileSize, fileType } from '../parts/size';
import { Icon } from '../parts/Icon';
import { useActions } from './context';
import { usePlayable } from './playable';

/** The placeholder of media that cannot be shown, with the reason. */
function Missing({ media, what }: { media: MediaView | undefined; what: string }) {
	const reason = !media
		? 'not found'
		: media.fetched
			? 'cannot be shown by this browser'
			: 'is on another host, which the sandbox does not fetch';
	return (
		<div class="missing" title={media?.url}>
			<Icon icon={ImageOff} size={26} />
			<span>
				{what} {reason}
			</span>
		</div>
	);
}

/** An image. A tap opens it in full size. */
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

/** A video with the browser's player. A GIF plays automatically. */
export function Film({ media, gif }: { media: MediaView | undefined; gif?: boolean }) {
	const { enabled } = useActions();
	const film = useRef<HTMLVideoElement>(null);
	const [started, setStarted] = useState(false);
	const [broken, setBroken] = useState(false);
	const url = usePlayable(media);
	if (!media || broken) return <Missing media={media} what="Video" />;
	const start = () => {
		setStarted(true);
		void film.current?.play();
	};
	return (
		<div class="film">
			<video
				ref={film}
				src={url}
				controls={started}
				autoPlay={gif}
				loop={gif}
				muted={gif}
				playsInline
				preload="auto"
				aria-label="Video"
				onError={() => setBroken(true)}
			/>
			{!started && !gif && (
				<button type="button" aria-label="Play video" onClick={enabled ? start : undefined}>
					<span>
						<Icon icon={Play} size={24} />
					</span>
				</button>
			)}
		</div>
	);
}

/** A document with type, name, and size. A tap downloads it. */
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
				<span dir="auto" title={name}>
					{name}
				</span>
				<small>{details.join(' · ')}</small>
			</span>
			<Icon icon={Download} size={18} />
		</a>
	);
}
