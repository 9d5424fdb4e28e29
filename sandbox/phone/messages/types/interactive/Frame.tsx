import type { ComponentChildren } from 'preact';
import { Formatted } from '../../../format/Formatted';
import { at, textAt } from '../../../parts/json';
import { Bubble } from '../../Bubble';
import { useMessage } from '../../context';
import { Header } from '../../Header';
import { Rows } from '../../Rows';

/** The frame of interactive messages: header, body, footer, and buttons. */
export function Frame({
	rows,
	children,
}: {
	rows?: ComponentChildren;
	children?: ComponentChildren;
}) {
	const { content, media } = useMessage();
	const header = at(content, 'header') ?? null;
	const body = textAt(content, 'body', 'text');
	const footer = textAt(content, 'footer', 'text');
	return (
		<Bubble wide rows={rows && <Rows>{rows}</Rows>}>
			{header && <Header header={header} media={media[`header.${textAt(header, 'type')}`]} />}
			{children}
			{body && <Formatted text={body} />}
			{footer && <small class="footer-text">{footer}</small>}
		</Bubble>
	);
}
