import { ClipboardList, Copy, ExternalLink, IdCard, Phone, Reply, ShoppingBag } from 'lucide';
import type { JsonObject, RenderedButton } from '../../../control/types';
import { safeHref } from '../../format/links';
import { listAt, objectAt, textAt } from '../../parts/json';
import { useActions, useMessage, type ProductSection } from '../context';
import { LinkRow, Row } from '../Rows';
import { tappedId } from '../tapped';

/** A template button. Buttons of unknown types do nothing. */
export function TemplateButton({ button }: { button: RenderedButton }) {
	const message = useMessage();
	const { find, tap, open, call, notice } = useActions();
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
			return <Row icon={Phone} label={button.text} onClick={() => call(button.payload ?? '')} />;
		case 'COPY_CODE':
		case 'OTP':
			return <Row icon={Copy} label={button.text} onClick={copy} />;
		case 'FLOW':
			return (
				<Row
					icon={ClipboardList}
					label={button.text}
					tapped={message.answeredBy !== undefined && tapped === undefined}
					onClick={message.flow?.expired ? undefined : () => open({ kind: 'flow', message })}
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

/** The product sections of a sent multi-product button. */
function mpmSections(template: JsonObject): ProductSection[] {
	const sections = listAt(template, 'components').flatMap((component) =>
		listAt(component, 'parameters', 0, 'action', 'sections'),
	);
	return sections.map((section) => ({
		title: textAt(section, 'title'),
		products: listAt(section, 'product_items').map((item) => textAt(item, 'product_retailer_id')),
	}));
}
