import {
	catalogMessage,
	productListMessage,
	productMessage,
} from '../../../../cloud-api/messages/product';
import type { MessageContent } from '../../../../cloud-api/messages/content';
import { body, footer } from '../../fields/bodyAndFooter';
import { entriesOf, formOrJson } from '../../fields/formOrJson';
import { textHeaderField } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sectionTitle } from '../../fields/sectionTitle';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Call, Operation } from '../../runtime/operation';
import { textHeaderOf } from './header';
import type { Values } from '../../../shared/values';
import { sendAndTell } from './send';

export const sendProducts: Operation = {
	name: 'Send Products',
	value: 'sendProducts',
	action: 'Send products',
	description: 'Send one product, a list of up to 30 products, or the whole catalog',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			options: [
				{ name: 'Catalog', value: 'catalog', description: 'The catalog connected to the sender' },
				{ name: 'Product', value: 'product', description: 'One product' },
				{ name: 'Product List', value: 'list', description: 'Up to 30 products in sections' },
			],
			default: 'product',
			description: 'What to send from the catalog',
		},
		{
			displayName: 'Catalog ID',
			name: 'catalogId',
			type: 'string',
			required: true,
			displayOptions: { show: { messageType: ['list', 'product'] } },
			default: '',
			placeholder: 'e.g. 194836987003835',
			description: 'Find it in Commerce Manager → Catalog → Settings',
		},
		{
			displayName: 'Product ID',
			name: 'productRetailerId',
			type: 'string',
			required: true,
			displayOptions: { show: { messageType: ['product'] } },
			default: '',
			placeholder: 'e.g. SKU-4711',
			description: 'The content ID (SKU) of the product in the catalog',
		},
		{
			...textHeaderField,
			required: true,
			displayOptions: { show: { messageType: ['list'] } },
		},
		{ ...body, displayOptions: { show: { messageType: ['catalog', 'list'] } } },
		{ ...body, required: false, displayOptions: { show: { messageType: ['product'] } } },
		footer,
		...formOrJson(
			{
				displayName: 'Sections',
				name: 'sections',
				type: 'fixedCollection',
				placeholder: 'Add section',
				typeOptions: { multipleValues: true, sortable: true },
				displayOptions: { show: { messageType: ['list'] } },
				default: {},
				description: 'Up to 10 sections with up to 30 products in total',
				options: [
					{
						displayName: 'Section',
						name: 'section',
						values: [
							sectionTitle('Bread'),
							{
								displayName: 'Product IDs',
								name: 'productRetailerIds',
								type: 'string',
								default: '',
								placeholder: 'e.g. SKU-4711, SKU-4712',
								description: 'Content IDs (SKUs) of the products, separated by commas',
							},
						],
					},
				],
			},
			{
				example: [{ title: 'Bread', productRetailerIds: ['SKU-4711', 'SKU-4712'] }],
				description:
					'Sections: [{ "title": "Bread", "productRetailerIds": ["SKU-4711"] }]. Sections in Meta\'s format, with "product_items", work as well.',
			},
		),
		{
			displayName: 'Thumbnail Product ID',
			name: 'thumbnailProductRetailerId',
			type: 'string',
			displayOptions: { show: { messageType: ['catalog'] } },
			default: '',
			placeholder: 'e.g. SKU-4711',
			description: 'Product whose image is shown. Defaults to the first product of the catalog.',
		},
		simplify,
		sendOptions(),
	],
	async run(call) {
		return await sendAndTell(call, contentOf(call));
	},
};

function contentOf(call: Call): MessageContent {
	const { param } = call;
	const texts = { body: param.text('body'), footer: param.text('footer') };
	const catalogId = param.text('catalogId');
	switch (param.text('messageType')) {
		case 'catalog':
			return catalogMessage({
				...texts,
				thumbnailProductRetailerId: param.text('thumbnailProductRetailerId'),
			});
		case 'list':
			return productListMessage({
				...texts,
				header: textHeaderOf(call),
				catalogId,
				sections: entriesOf(param, 'sections', 'section').map(sectionOf),
			});
		default:
			return productMessage({
				...texts,
				catalogId,
				productRetailerId: param.text('productRetailerId'),
			});
	}
}

/** A section of the form, or of JSON in this node's or in Meta's own names. */
function sectionOf(section: Values): { title?: string; productRetailerIds: string[] } {
	section.only(['title', 'productRetailerIds', 'product_items']);
	return {
		title: section.optionalText('title'),
		productRetailerIds: section.has('product_items')
			? section
					.rows('product_items', 'product_item', 'product_retailer_id')
					.map((item) => item.only(['product_retailer_id']).text('product_retailer_id'))
			: section.texts('productRetailerIds'),
	};
}
