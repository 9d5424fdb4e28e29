/** Sends messages. Each message type has a function that validates its input and returns the content for `send`. */
export { sendMessage as send, type OutgoingMessage, type SentMessage } from './send';
export { parseRecipient, type Recipient, type RecipientOptions } from './recipient';
export { markAsRead, type MarkAsReadInput } from './markAsRead';
export { splitText } from './splitText';
export { markdownToWhatsApp } from './markdown/markdown';
export type { SendOptions } from './envelope';
export type { MessageContent } from './content';
export type { MediaReference } from './mediaReference';
export type { Header, InteractiveInput } from './interactive';

export {
	addressRequestMessage as addressRequest,
	type AddressRequestInput,
} from './addressRequest';
export { buttonsMessage as buttons, type ButtonsInput, type ReplyButton } from './buttons';
export {
	carouselMessage as carousel,
	productCarouselMessage as productCarousel,
	type CarouselCard,
	type CarouselInput,
	type ProductCarouselInput,
} from './carousel';
export { choiceMessages as choices, type Choice, type ChoicesInput } from './choices';
export { contactsMessage as contacts, type Contact } from './contacts';
export { customMessage as custom } from './custom';
export { flowMessage as flow, type FlowInput } from './flow';
export { listMessage as list, type ListInput, type ListSection } from './list';
export { locationMessage as location, type LocationInput } from './location';
export { mediaMessage as media, type MediaInput } from './media';
export {
	orderDetailsMessage as orderDetails,
	type OrderDetailsInput,
	type OrderItem,
} from './orderDetails';
export { orderStatusMessage as orderStatus, type OrderStatusInput } from './orderStatus';
export { pinMessage as pin, type PinInput } from './pin';
export {
	catalogMessage as catalog,
	productListMessage as productList,
	productMessage as product,
	type CatalogInput,
	type ProductInput,
	type ProductListInput,
} from './product';
export { reactionMessage as reaction, type ReactionInput } from './reaction';
export {
	callPermissionRequestMessage as callPermissionRequest,
	contactInfoRequestMessage as contactInfoRequest,
	locationRequestMessage as locationRequest,
	type RequestInput,
} from './requests';
export { textMessage as text, type TextInput } from './text';
export { urlButtonMessage as urlButton, type UrlButtonInput } from './urlButton';
export { voiceCallMessage as voiceCallButton, type VoiceCallInput } from './voiceCall';
