export { WhatsAppCloudApi } from './credentials/WhatsAppCloudApi.credentials';
export { WhatsAppCloud } from './nodes/WhatsAppCloud/WhatsAppCloud.node';
export { WhatsAppCloudTrigger } from './nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node';

export { GraphApi, type GraphOptions, type PageOptions } from './cloud-api/graph';
export { graphId } from './cloud-api/graphId';
export type {
	Authentication,
	Transport,
	TransportRequest,
	TransportResponse,
} from './cloud-api/transport';

export {
	CloudApiError,
	ConnectionError,
	GraphError,
	InvalidInputError,
	UnexpectedAnswerError,
} from './cloud-api/errors/cloudApiError';
export { explain, explainCode } from './cloud-api/errors/explain';
export type { Actor, Explanation, RetryClass } from './cloud-api/errors/types';

export * from './cloud-api/messages';
export * from './cloud-api/media';
export * from './cloud-api/templates';
export * from './cloud-api/accounts';

export { answerHandshake, type HandshakeAnswer } from './cloud-api/webhooks/handshake';
export { checkSignature, signatureOf, type SignatureCheck } from './cloud-api/webhooks/signature';
export { readPayload, type Payload, type WebhookChange } from './cloud-api/webhooks/payload';
export { readEvents } from './cloud-api/webhooks/events';
export type { EventError, WhatsAppEvent } from './cloud-api/webhooks/event';
