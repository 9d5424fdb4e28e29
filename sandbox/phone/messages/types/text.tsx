import { Globe } from 'lucide';
import { emojiCount } from '../../format/emoji';
import { firstWebLink } from '../../format/links';
import { at, textAt } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';
import { LongText } from '../LongText';

/** A link preview made from the address. Nothing is fetched. */
function LinkPreview({ url }: { url: URL }) {
	const path = decodeURI(url.pathname).replace(/\/$/, '').split('/').at(-1)?.replace(/[-_]+/g, ' ');
	return (
		<a class="link-preview" href={url.href} target="_blank" rel="noopener noreferrer">
			<span class="link-preview__art">
				<Icon icon={Globe} size={24} />
			</span>
			<span class="link-preview__text">
				<strong>{path || url.hostname}</strong>
				<small>{url.hostname}</small>
			</span>
		</a>
	);
}

export function Text() {
	const { content } = useMessage();
	const text = textAt(content, 'body');
	const emoji = emojiCount(text);
	if (emoji > 0) {
		return (
			<Bubble bare>
				<span class={`emoji emoji--${emoji}`}>{text}</span>
			</Bubble>
		);
	}
	const url = at(content, 'preview_url') === true ? firstWebLink(text) : undefined;
	return (
		<Bubble wide={url !== undefined}>
			{url && <LinkPreview url={url} />}
			<LongText text={text} />
		</Bubble>
	);
}
