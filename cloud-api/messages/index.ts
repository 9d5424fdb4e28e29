/** What a program sends: each `…Message` checks its input and builds the content for `sendMessage`. */
export { sendMessage, type OutgoingMessage, type SentMessage } from './send';
export { parseRecipient, type Recipient, type RecipientOptions } from './recipient';
export { markAsRead, type MarkAsReadInput } from './markAsRead';
export { splitText } from './splitText';
export { markdownToWhatsApp } from './markdown';
export type { SendOptions } from './envelope';
export type { MessageContent } from './content';
export type { MediaReference } from './mediaReference';
export type { Header, InteractiveInput } from './interactive';

export { addressRequestMessage, type AddressRequestInput } from './addressRequest';
export { buttonsMessage, type ButtonsInput, type ReplyButton } from './buttons';
export {
	carouselMessage,
	productCarouselMessage,
	type CarouselCard,
	type CarouselInput,
	type ProductCarouselInput,
} from './carousel';
export { contactsMessage, type Contact } from './contacts';
export { customMessage } from './custom';
export { flowMessage, type FlowInput } from './flow';
export { listMessage, type ListInput, type ListSection } from './list';
export { locationMessage, type LocationInput } from './location';
export { mediaMessage, type MediaInput } from './media';
export { orderDetailsMessage, type OrderDetailsInput, type OrderItem } from './orderDetails';
export { orderStatusMessage, type OrderStatusInput } from './orderStatus';
export { pinMessage, type PinInput } from './pin';
export {
	catalogMessage,
	productListMessage,
	productMessage,
	type CatalogInput,
	type ProductInput,
	type ProductListInput,
} from './product';
export { reactionMessage, type ReactionInput } from './reaction';
export {
	callPermissionRequestMessage,
	contactInfoRequestMessage,
	locationRequestMessage,
	type RequestInput,
} from './requests';
export { textMessage, type TextInput } from './text';
export { urlButtonMessage, type UrlButtonInput } from './urlButton';
export { voiceCallMessage, type VoiceCallInput } from './voiceCall';
