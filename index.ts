export { WhatsAppCloudApi } from './credentials/WhatsAppCloudApi.credentials';
export { WhatsAppCloudOAuth2Api } from './credentials/WhatsAppCloudOAuth2Api.credentials';
export { WhatsAppCloud } from './nodes/WhatsAppCloud/WhatsAppCloud.node';
export { WhatsAppCloudFlowTrigger } from './nodes/WhatsAppCloudFlowTrigger/WhatsAppCloudFlowTrigger.node';
export { WhatsAppCloudTrigger } from './nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node';

// The library, documented in docs/library.md. Each namespace is the index file of its folder.
export { GraphApi, type GraphOptions, type PageOptions } from './cloud-api/graph';
export type {
	Authentication,
	Transport,
	TransportRequest,
	TransportResponse,
} from './cloud-api/transport';

export * as accounts from './cloud-api/accounts';
export * as calling from './cloud-api/calling';
export * as conversations from './cloud-api/conversations';
export * as conversions from './cloud-api/conversions';
export * as errors from './cloud-api/errors';
export * as groups from './cloud-api/groups';
export * as flows from './cloud-api/flows';
export * as media from './cloud-api/media';
export * as messages from './cloud-api/messages';
export * as payments from './cloud-api/payments';
export * as signups from './cloud-api/signups';
export * as templates from './cloud-api/templates';
export * as usernames from './cloud-api/usernames';
export * as webhooks from './cloud-api/webhooks';
