import type { INodeProperties } from 'n8n-workflow';
import { ORDER_LIMITS } from '../../../../cloud-api/messages/orderLimits';

/** The form of one item of an order; what India requires without a catalog is on demand. */
export const orderItemFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bread',
		description: `Up to ${ORDER_LIMITS.itemName} characters`,
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		typeOptions: { numberPrecision: 2, minValue: 0 },
		default: 0,
		description: 'Price per unit, e.g. 12.50',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Number of units',
	},
	{
		displayName: 'Product ID',
		name: 'retailerId',
		type: 'string',
		default: '',
		placeholder: 'e.g. SKU-4711',
		description: 'SKU of the product, as in the catalog if there is one',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Country of Origin',
				name: 'countryOfOrigin',
				type: 'string',
				default: '',
				placeholder: 'e.g. India',
				description: 'Where the product was made. Required in India for orders without a catalog.',
			},
			{
				displayName: 'Importer Address',
				name: 'importerAddress',
				type: 'json',
				default: '{}',
				description:
					'Address of the importer, e.g. { "address_line1": "One BKC", "city": "Mumbai", "zone_code": "MH", "postal_code": "400051", "country_code": "IN" }. Required in India for orders without a catalog.',
			},
			{
				displayName: 'Importer Name',
				name: 'importerName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Example Imports Ltd',
				description:
					'Company that imported the product. Required in India for orders without a catalog.',
			},
			{
				displayName: 'Sale Price',
				name: 'salePrice',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9.90',
				description: 'Sale price per unit, shown next to the regular price',
			},
		],
	},
];
