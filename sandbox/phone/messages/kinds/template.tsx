import {
	Clock,
	Copy,
	ExternalLink,
	List,
	Phone,
	Reply,
	ShoppingBag,
	ClipboardList,
	IdCard,
} from 'lucide';
import type { RenderedButton, RenderedTemplate } from '../../../control/types';
import { Formatted } from '../../format/Formatted';
import { safeHref } from '../../format/links';
import { at, objectAt, textAt } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { duration } from '../../parts/time';
import { Bubble } from '../Bubble';
import { Cards } from '../Cards';
import { useActions, useMessage } from '../context';
import { DocumentCard, Film, Picture } from '../media';
import { LinkRow, Row, Rows } from '../Rows';
import { tappedId } from '../tapped';
import { ProductArt } from './interactive/ProductArt';
import { Place } from './location';

type TemplateHeader = NonNullable<RenderedTemplate['header']>;
type CardHeader = NonNullable<NonNullable<RenderedTemplate['cards']>[number]['header']>;

function Header({ header }: { header: TemplateHeader | CardHeader }) {
	switch (header.format.toUpperCase()) {
		case 'IMAGE':
			return <Picture media={header.media} shape="header" />;
		case 'VIDEO':
			return <Film media={header.media} />;
		case 'GIF':
			return <Film media={header.media} gif />;
		case 'DOCUMENT':
			return <DocumentCard media={header.media} filename="" />;
		case 'LOCATION':
			return <Place location={('location' in header && header.location) || {}} />;
		case 'PRODUCT': {
			const id = textAt('product' in header ? header.product : undefined, 'product_retailer_id');
			return (
				<div class="product product--card">
					<ProductArt id={id} size={48} />
					<strong>{id}</strong>
				</div>
			);
		}
		default:
			return 'text' in header && header.text ? (
				<p class="header-text">
					<Formatted text={header.text} />
				</p>
			) : null;
	}
}

/** A button of a template; what a tap does depends on its type. Unknown types are drawn and inert. */
export function TemplateButton({ button }: { button: RenderedButton }) {
	const message = useMessage();
	const { find, tap, open, notice } = useActions();
	const tapped = message.answeredBy ? tappedId(find(message.answeredBy)) : undefined;
	const id = button.payload ?? button.text;
	const copy = () => {
		void navigator.clipboard?.writeText(button.code ?? '');
		notice(`Copied ${button.code ?? ''}`);
	};
	const products = () => {
		const action = objectAt(message.content);
		open({
			kind: 'products',
			message,
			catalogId: '',
			title: button.text,
			sections: mpmSections(action),
		});
	};
	switch (button.type.toUpperCase()) {
		case 'QUICK_REPLY':
			return (
				<Row
					icon={Reply}
					label={button.text}
					tapped={tapped === id}
					onClick={() => tap(message, id)}
				/>
			);
		case 'URL':
			return <LinkRow icon={ExternalLink} label={button.text} href={safeHref(button.url)} />;
		case 'PHONE_NUMBER':
			return (
				<LinkRow
					icon={Phone}
					label={button.text}
					href={button.phoneNumber ? `tel:+${button.phoneNumber.replace(/\D/g, '')}` : undefined}
				/>
			);
		case 'VOICE_CALL':
			return (
				<Row
					icon={Phone}
					label={button.text}
					onClick={() =>
						notice('Here the phone would call the business. The sandbox carries no voice.')
					}
				/>
			);
		case 'COPY_CODE':
		case 'OTP':
			return <Row icon={Copy} label={button.text} onClick={copy} />;
		case 'FLOW':
			return (
				<Row
					icon={ClipboardList}
					label={button.text}
					tapped={message.answeredBy !== undefined && tapped === undefined}
					onClick={() =>
						open({
							kind: 'flow',
							message,
							name: 'flow',
							parameters: button.flowToken ? { flow_token: button.flowToken } : {},
						})
					}
				/>
			);
		case 'CATALOG':
		case 'MPM':
		case 'SPM':
			return <Row icon={ShoppingBag} label={button.text} onClick={products} />;
		case 'REQUEST_CONTACT_INFO':
			return <ContactInfoRow label={button.text} />;
		default:
			return <Row label={button.text || button.type} />;
	}
}

function ContactInfoRow({ label }: { label: string }) {
	const message = useMessage();
	const { contactInfo } = useActions();
	return (
		<Row
			icon={IdCard}
			label={label || 'Share contact info'}
			tapped={message.answeredBy !== undefined}
			onClick={() => contactInfo(message)}
		/>
	);
}

/** Product sections of a multi-product button, from what was sent. */
function mpmSections(template: ReturnType<typeof objectAt>) {
	const components = Array.isArray(template.components) ? template.components : [];
	for (const component of components) {
		const sections = at(component, 'parameters', 0, 'action', 'sections');
		if (Array.isArray(sections)) {
			return sections.map((section) => ({
				title: textAt(section, 'title'),
				products: (Array.isArray(at(section, 'product_items'))
					? (at(section, 'product_items') as [])
					: []
				).map((item) => textAt(item, 'product_retailer_id')),
			}));
		}
	}
	return [];
}

/** Up to three buttons stand under the text; more hide behind "See all options". */
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

/** The box of a limited-time offer: its name, its code, and how long it lasts. */
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

/** A template message with every variable filled in. */
export function Template() {
	const { template, content } = useMessage();
	if (!template) {
		return (
			<Bubble wide>
				<p class="card-label">Template {textAt(content, 'name')}</p>
				<p class="hint">Its definition is not known here.</p>
			</Bubble>
		);
	}
	const { header, body, footer, offer, buttons = [], cards = [] } = template;
	return (
		<>
			<Bubble wide rows={<ButtonRows buttons={buttons} />}>
				{header && <Header header={header} />}
				{offer && <Offer offer={offer} buttons={buttons} />}
				{body && <Formatted text={body} />}
				{footer && <small class="footer-text">{footer}</small>}
			</Bubble>
			{cards.length > 0 && (
				<Cards
					cards={cards.map((card) => (
						<>
							{card.header && <Header header={card.header} />}
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
