import type { INodeProperties } from 'n8n-workflow';

/** The form of one item of an order. */
export const orderItemFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bread',
	},
	{
		displayName: 'Product ID',
		name: 'retailerId',
		type: 'string',
		default: '',
		placeholder: 'e.g. SKU-4711',
		description: 'Your own number of the product (SKU). By default its name.',
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		typeOptions: { numberPrecision: 2 },
		default: 0,
		description: 'Of one piece, e.g. 12.50',
	},
	{
		displayName: 'Reduced Price',
		name: 'salePrice',
		type: 'string',
		default: '',
		placeholder: 'e.g. 9.90',
		description: 'Of one piece, where it is on sale',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
	},
];
