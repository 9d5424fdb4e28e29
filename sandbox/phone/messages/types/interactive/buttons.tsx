import { ExternalLink, Reply } from 'lucide';
import { safeHref } from '../../../format/links';
import { listAt, textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { LinkRow, Row } from '../../Rows';
import { tappedId } from '../../tapped';
import { Frame } from './Frame';

/** Reply buttons, with URL buttons before them under Direct Send. After a tap the others are disabled. */
export function Buttons() {
	const message = useMessage();
	const { find, tap } = useActions();
	const tapped = message.answeredBy && tappedId(find(message.answeredBy));
	const rows = listAt(message.content, 'action', 'buttons').map((button) => {
		if (textAt(button, 'type') === 'cta_url') {
			return (
				<LinkRow
					icon={ExternalLink}
					label={textAt(button, 'cta_url', 'display_text')}
					href={safeHref(textAt(button, 'cta_url', 'url'))}
				/>
			);
		}
		const id = textAt(button, 'reply', 'id');
		return (
			<Row
				icon={Reply}
				label={textAt(button, 'reply', 'title')}
				tapped={tapped === id}
				disabled={Boolean(tapped)}
				onClick={() => tap(message, id)}
			/>
		);
	});
	return <Frame rows={rows} />;
}
