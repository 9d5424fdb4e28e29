import { Clock, List } from 'lucide';
import type { RenderedButton, RenderedTemplate } from '../../../control/types';
import { Formatted } from '../../format/Formatted';
import { textAt } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { duration } from '../../parts/time';
import { Bubble } from '../Bubble';
import { Cards } from '../Cards';
import { useActions, useMessage } from '../context';
import { LongText } from '../LongText';
import { Row, Rows } from '../Rows';
import { TemplateButton } from './TemplateButton';
import { TemplateHeader } from './TemplateHeader';

/** Up to three buttons; more open with "See all options". */
function ButtonRows({ buttons }: { buttons: RenderedButton[] }) {
	const message = useMessage();
	const { open } = useActions();
	if (buttons.length === 0) return null;
	const shown = buttons.length > 3 ? buttons.slice(0, 2) : buttons;
	return (
		<Rows>
			{shown.map((button) => (
				<TemplateButton button={button} />
			))}
			{buttons.length > shown.length && (
				<Row
					icon={List}
					label="See all options"
					onClick={() => open({ kind: 'buttons', message, title: 'All options', buttons })}
				/>
			)}
		</Rows>
	);
}

/** A limited-time offer: name, code, and expiration. */
function Offer({
	offer,
	buttons,
}: {
	offer: NonNullable<RenderedTemplate['offer']>;
	buttons: RenderedButton[];
}) {
	const { timestamp } = useMessage();
	const code = buttons.find((button) => button.type.toUpperCase() === 'COPY_CODE')?.code;
	return (
		<div class="offer">
			<Icon icon={Clock} size={20} />
			<span>
				<strong>{offer.text}</strong>
				{offer.expiresAt !== undefined && (
					<small>
						{offer.expiresAt > timestamp
							? `Ends in ${duration(offer.expiresAt - timestamp)}`
							: 'Offer ended'}
					</small>
				)}
				{code && <small class="offer__code">Code: {code}</small>}
			</span>
		</div>
	);
}

/** A template message with its parameter values. */
export function Template() {
	const { template, content } = useMessage();
	if (!template) {
		return (
			<Bubble wide>
				<p class="card-label">Template {textAt(content, 'name')}</p>
				<p class="hint">Its definition is not available.</p>
			</Bubble>
		);
	}
	const { header, body, footer, offer, buttons = [], cards = [] } = template;
	return (
		<>
			<Bubble wide rows={<ButtonRows buttons={buttons} />}>
				{header && <TemplateHeader header={header} />}
				{offer && <Offer offer={offer} buttons={buttons} />}
				{body && <LongText text={body} />}
				{footer && <small class="footer-text">{footer}</small>}
			</Bubble>
			{cards.length > 0 && (
				<Cards
					cards={cards.map((card) => (
						<>
							{card.header && <TemplateHeader header={card.header} />}
							{card.body && (
								<p class="card__text">
									<Formatted text={card.body} />
								</p>
							)}
							<ButtonRows buttons={card.buttons ?? []} />
						</>
					))}
				/>
			)}
		</>
	);
}
