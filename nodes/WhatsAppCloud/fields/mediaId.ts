import type { INodeProperties } from 'n8n-workflow';

/** A file at Meta: a received one or an uploaded one. */
export const mediaId: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1037543291543636',
	description:
		'The "mediaId" of the WhatsApp Cloud API Trigger (lives for 7 days) or of an upload (30 days)',
};
