export { WhatsAppCloudApi } from './credentials/WhatsAppCloudApi.credentials';
export { WhatsAppCloud } from './nodes/WhatsAppCloud/WhatsAppCloud.node';
export { GraphApi, graphId } from './cloud-api/graph';
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
export { explain } from './cloud-api/errors/explain';
