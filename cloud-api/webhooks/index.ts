/** Deliveries (verification, signature, events) and the callback URLs they are sent to. */
export { answerHandshake, type HandshakeAnswer } from './handshake';
export { checkSignature, signatureOf, type SignatureCheck } from './signature';
export { readPayload, type Payload, type WebhookChange } from './payload';
export { readEvents } from './events';
export type { EventError, WhatsAppEvent } from './event';
export {
	listNumberCallbacks,
	readAccountSubscription,
	readAppSubscription,
	readNumberCallbacks,
	setNumberCallback,
	subscribeApp,
	subscribeToAccount,
	unsubscribeApp,
	unsubscribeFromAccount,
	type AccountSubscription,
	type AppSubscription,
	type Callback,
	type NumberCallbacks,
} from '../accounts/subscriptions';
