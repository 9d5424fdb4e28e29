import type { ComponentType } from 'preact';
import { Audio } from './audio';
import { Contacts } from './contacts';
import { Document } from './document';
import { Image } from './image';
import { AddressRequest } from './interactive/address';
import { Buttons } from './interactive/buttons';
import { CallPermission } from './interactive/callPermission';
import { Carousel } from './interactive/carousel';
import { Catalog } from './interactive/catalog';
import { ContactInfo } from './interactive/contactInfo';
import { CtaUrl } from './interactive/ctaUrl';
import { Flow } from './interactive/flow';
import { List } from './interactive/list';
import { LocationRequest } from './interactive/locationRequest';
import { OrderDetails } from './interactive/orderDetails';
import { OrderStatus } from './interactive/orderStatus';
import { Product } from './interactive/product';
import { ProductList } from './interactive/productList';
import { VoiceCall } from './interactive/voiceCall';
import { Location } from './location';
import { Order } from './order';
import { Reply } from './reply';
import { Sticker } from './sticker';
import { System } from './system';
import { Template } from './template';
import { Text } from './text';
import { Unsupported } from './unsupported';
import { Video } from './video';

/** Components by message type. */
export const messageTypes: Record<string, ComponentType> = {
	text: Text,
	image: Image,
	video: Video,
	audio: Audio,
	document: Document,
	sticker: Sticker,
	location: Location,
	contacts: Contacts,
	button: Reply,
	order: Order,
	system: System,
	template: Template,
	unsupported: Unsupported,
};

/** Components of interactive messages by `interactive.type` and direction. */
export const interactiveTypes: Record<'outgoing' | 'incoming', Record<string, ComponentType>> = {
	outgoing: {
		button: Buttons,
		list: List,
		cta_url: CtaUrl,
		location_request_message: LocationRequest,
		carousel: Carousel,
		product: Product,
		product_list: ProductList,
		catalog_message: Catalog,
		flow: Flow,
		address_message: AddressRequest,
		call_permission_request: CallPermission,
		voice_call: VoiceCall,
		request_contact_info: ContactInfo,
		contact_request: ContactInfo,
		order_details: OrderDetails,
		order_status: OrderStatus,
	},
	incoming: {
		button_reply: Reply,
		list_reply: Reply,
		nfm_reply: Reply,
		call_permission_reply: Reply,
	},
};
