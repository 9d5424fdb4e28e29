import { ExternalLink } from 'lucide';
import { safeHref } from '../../../format/links';
import { at, textAt } from '../../../parts/json';
import { useMessage } from '../../context';
import { LinkRow } from '../../Rows';
import { Frame } from './Frame';

export function CtaUrl() {
	const parameters = at(useMessage().content, 'action', 'parameters');
	return (
		<Frame
			rows={
				<LinkRow
					icon={ExternalLink}
					label={textAt(parameters, 'display_text')}
					href={safeHref(textAt(parameters, 'url'))}
				/>
			}
		/>
	);
}
