import type { INodeProperties } from 'n8n-workflow';

export const referenceId: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order-4711',
	description: 'Reference ID of the order, as sent with Send Order Details',
};

export const configuration: INodeProperties = {
	displayName: 'Payment Configuration',
	name: 'configuration',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. my-payment-config',
	description: 'Name of the payment configuration. Get Configurations returns it.',
};
