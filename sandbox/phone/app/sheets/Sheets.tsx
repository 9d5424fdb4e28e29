import { sheet } from '../../state/store';
import { composing } from '../AttachMenu';
import { AddressSheet } from './AddressSheet';
import { ButtonsSheet } from './ButtonsSheet';
import { ContactForm } from './ContactForm';
import { ContactSheet } from './ContactSheet';
import { FilesSheet } from './FilesSheet';
import { FlowSheet } from '../../flows/FlowSheet';
import { ListSheet } from './ListSheet';
import { LocationForm } from './LocationForm';
import { OrderSheet } from './OrderSheet';
import { PictureSheet } from './PictureSheet';
import { RawSheet } from './RawSheet';
import { ProductsSheet } from './ProductsSheet';

/** The open sheet: opened by a message or by the attach menu. */
export function Sheets() {
	const close = () => {
		sheet.value = null;
		composing.value = null;
	};
	if (composing.value === 'location') return <LocationForm onClose={close} />;
	if (composing.value === 'contact') return <ContactForm onClose={close} />;
	const request = sheet.value;
	switch (request?.kind) {
		case undefined:
			return null;
		case 'list':
			return <ListSheet message={request.message} onClose={close} />;
		case 'buttons':
			return <ButtonsSheet request={request} onClose={close} />;
		case 'flow':
			return <FlowSheet request={request} onClose={close} />;
		case 'address':
			return <AddressSheet message={request.message} onClose={close} />;
		case 'location':
			return <LocationForm replyTo={request.message.id} onClose={close} />;
		case 'products':
			return <ProductsSheet request={request} onClose={close} />;
		case 'order':
			return <OrderSheet request={request} onClose={close} />;
		case 'files':
			return <FilesSheet request={request} onClose={close} />;
		case 'raw':
			return <RawSheet onClose={close} />;
		case 'contact':
			return <ContactSheet contact={request.contact} onClose={close} />;
		case 'picture':
			return <PictureSheet media={request.media} caption={request.caption} onClose={close} />;
	}
}
