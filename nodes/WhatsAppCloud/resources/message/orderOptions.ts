import type { INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import type { OrderDetailsInput } from '../../../../cloud-api/messages/orderDetails';
import { ORDER_LIMITS } from '../../../../cloud-api/messages/orderLimits';
import type { Beneficiary } from '../../../../cloud-api/messages/orderTerms';
import { textField } from '../../fields/textField';
import type { Values } from '../../../shared/values';

function amount(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description,
	};
}

const upTo = (limit: number) => `Up to ${limit} characters`;

const beneficiaries: INodeProperties = {
	displayName: 'Beneficiaries',
	name: 'beneficiaries',
	type: 'fixedCollection',
	placeholder: 'Add beneficiary',
	typeOptions: {
		multipleValues: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	default: {},
	description: 'Recipients of physical goods. Required in India for goods that are shipped.',
	options: [
		{
			displayName: 'Beneficiary',
			name: 'beneficiary',
			values: [
				textField('Name', 'name', 'Chitra Rao', upTo(ORDER_LIMITS.beneficiaryName)),
				textField('Address Line 1', 'addressLine1', 'One BKC', upTo(ORDER_LIMITS.addressLine)),
				textField('Address Line 2', 'addressLine2', 'Floor 4', upTo(ORDER_LIMITS.addressLine)),
				textField('City', 'city', 'Mumbai', 'City of the address'),
				textField('State', 'state', 'Maharashtra', 'State of the address'),
				{
					...textField('Country', 'country', 'India', 'WhatsApp accepts only India'),
					default: 'India',
				},
				textField('Postal Code', 'postalCode', '400051', 'Six digits'),
			],
		},
	],
};

/** The options that only order details have. */
export const orderOptions: INodeProperties[] = [
	beneficiaries,
	textField(
		'Catalog ID',
		'catalogId',
		'194836987003835',
		'The catalog that the product IDs belong to',
	),
	amount('Discount', 'discount', 'Amount subtracted from the total'),
	textField(
		'Discount Description',
		'discountDescription',
		'Welcome offer',
		upTo(ORDER_LIMITS.note),
	),
	textField(
		'Discount Program',
		'discountProgram',
		'Loyalty',
		`Name of the program, up to ${ORDER_LIMITS.note} characters`,
	),
	textField(
		'Expiration Description',
		'expirationDescription',
		'The offer has expired',
		`Shown when the order has expired, up to ${ORDER_LIMITS.expirationDescription} characters`,
	),
	{
		displayName: 'Expires At',
		name: 'expiresAt',
		type: 'dateTime',
		default: '',
		description: `When the customer can no longer pay, at least ${ORDER_LIMITS.minExpiration / 60} minutes from now`,
	},
	textField(
		'Payment Configuration',
		'paymentConfiguration',
		'my-shop',
		'Name of the payment configuration, for the older format without Payment Settings',
	),
	textField('Payment Type', 'paymentType', 'upi', 'For the older format without Payment Settings'),
	amount('Shipping', 'shipping', 'Amount added to the total'),
	textField('Shipping Description', 'shippingDescription', 'Express', upTo(ORDER_LIMITS.note)),
	amount('Tax', 'tax', 'Amount added to the total'),
	textField('Tax Description', 'taxDescription', 'GST 5%', upTo(ORDER_LIMITS.note)),
];

/** The values of {@link orderOptions}. */
export function orderOptionsOf(options: Values): Partial<OrderDetailsInput> {
	const expiresAt = options.date('expiresAt');
	if (!expiresAt && options.has('expirationDescription')) {
		throw new InvalidInputError(
			'options.expirationDescription',
			'Expiration Description requires Expires At',
			'Choose when the order expires, or remove the description.',
		);
	}
	return {
		tax: options.number('tax'),
		taxDescription: options.optionalText('taxDescription'),
		shipping: options.number('shipping'),
		shippingDescription: options.optionalText('shippingDescription'),
		discount: options.number('discount'),
		discountDescription: options.optionalText('discountDescription'),
		discountProgram: options.optionalText('discountProgram'),
		catalogId: options.optionalText('catalogId'),
		...(expiresAt && {
			expiration: {
				at: expiresAt.getTime(),
				description: options.optionalText('expirationDescription'),
			},
		}),
		beneficiaries: options.rows('beneficiaries', 'beneficiary').map(beneficiaryOf),
		paymentType: options.optionalText('paymentType'),
		paymentConfiguration: options.optionalText('paymentConfiguration'),
	};
}

function beneficiaryOf(row: Values): Beneficiary {
	return {
		name: row.text('name'),
		addressLine1: row.text('addressLine1'),
		addressLine2: row.optionalText('addressLine2'),
		city: row.text('city'),
		state: row.text('state'),
		country: row.text('country'),
		postalCode: row.text('postalCode'),
	};
}
