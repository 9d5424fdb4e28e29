import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';

const stage = withSandbox({ sandbox: { behavior: { window: 'seeded' } } });
const order = { referenceId: 'order-4711', currency: 'INR' };
const bread = { name: 'Bread', price: 12.5, quantity: 2 };

/** The requests that would send a message or a file. */
async function posted() {
	return (await stage.control.requests()).filter(({ method }) => method === 'POST');
}

async function run(parameters: INodeParameters, operation = 'sendOrderDetails') {
	return await stage.engine.runNode('whatsAppCloud', {
		resource: 'message',
		operation,
		recipient: ANA,
		body: 'Your order',
		...order,
		...parameters,
	});
}

async function sentOrder() {
	const requests = await posted();
	const { body } = requests[requests.length - 1] as unknown as {
		body: { interactive: { action: { parameters: Record<string, unknown> } } };
	};
	return body.interactive.action.parameters;
}

const json = (items: unknown) => ({ itemsInput: 'json', itemsJson: JSON.stringify(items) });

it('sends everything that India requires without a catalog', async () => {
	const importerAddress = {
		address_line1: 'One BKC',
		city: 'Mumbai',
		zone_code: 'MH',
		postal_code: '400051',
		country_code: 'IN',
	};
	const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000).toISOString();
	const result = await run({
		items: {
			item: [
				{
					...bread,
					additionalFields: {
						countryOfOrigin: 'India',
						importerName: 'Example Imports',
						importerAddress: JSON.stringify(importerAddress),
						salePrice: '10',
					},
				},
			],
		},
		options: {
			tax: 1,
			taxDescription: 'GST 5%',
			shipping: 2,
			shippingDescription: 'Express',
			discount: 3,
			discountDescription: 'Welcome',
			discountProgram: 'Loyalty',
			expiresAt,
			expirationDescription: 'The offer has expired',
			beneficiaries: {
				beneficiary: [
					{
						name: 'Chitra Rao',
						addressLine1: 'One BKC',
						city: 'Mumbai',
						state: 'Maharashtra',
						country: 'India',
						postalCode: '400051',
					},
				],
			},
		},
	});
	expect(result.error).toBeUndefined();
	expect(await sentOrder()).toEqual({
		reference_id: 'order-4711',
		type: 'physical-goods',
		beneficiaries: [
			{
				name: 'Chitra Rao',
				address_line1: 'One BKC',
				city: 'Mumbai',
				state: 'Maharashtra',
				country: 'India',
				postal_code: '400051',
			},
		],
		currency: 'INR',
		total_amount: { value: 2000, offset: 100 },
		order: {
			status: 'pending',
			items: [
				{
					name: 'Bread',
					amount: { value: 1250, offset: 100 },
					sale_amount: { value: 1000, offset: 100 },
					quantity: 2,
					country_of_origin: 'India',
					importer_name: 'Example Imports',
					importer_address: importerAddress,
				},
			],
			subtotal: { value: 2000, offset: 100 },
			tax: { value: 100, offset: 100, description: 'GST 5%' },
			shipping: { value: 200, offset: 100, description: 'Express' },
			discount: {
				value: 300,
				offset: 100,
				description: 'Welcome',
				discount_program_name: 'Loyalty',
			},
			expiration: {
				timestamp: String(Date.parse(expiresAt) / 1000),
				description: 'The offer has expired',
			},
		},
	});
});

it('sends an order of Brazil, paid by Pix', async () => {
	const pix = {
		type: 'pix_dynamic_code',
		pix_dynamic_code: {
			code: '00020101…',
			merchant_name: 'Padaria',
			key: 'a@b.com',
			key_type: 'EMAIL',
		},
	};
	const result = await run({
		currency: 'brl',
		goods: 'digital-goods',
		...json([{ retailerId: 'SKU-1', name: 'E-book', price: '12.50', quantity: '1' }]),
		paymentSettings: JSON.stringify([pix]),
	});
	expect(result.error).toBeUndefined();
	expect(await sentOrder()).toMatchObject({
		currency: 'BRL',
		type: 'digital-goods',
		payment_settings: [
			{ ...pix, pix_dynamic_code: { ...pix.pix_dynamic_code, code: expect.any(String) } },
		],
		total_amount: { value: 1250, offset: 100 },
	});
});

it("accepts Meta's own items and sends unknown fields unchanged", async () => {
	const item = {
		retailer_id: 'SKU-1',
		name: 'Bread',
		image: { link: 'https://example.com/bread.png' },
		amount: { value: 1250, offset: 100 },
		sale_amount: { value: 1000, offset: 100 },
		quantity: 2,
		country_of_origin: 'India',
		importer_name: 'Example Imports',
		importer_address: { city: 'Mumbai' },
	};
	expect((await run(json([item]))).error).toBeUndefined();
	expect((await sentOrder()).order).toMatchObject({
		items: [item],
		subtotal: { value: 2000, offset: 100 },
	});
});

it.each([
	[
		'a price of three decimals',
		json([{ ...bread, price: 12.345 }]),
		/Price of item 1 is 12.345, but WhatsApp allows two decimals/,
	],
	['no price', json([{ name: 'Bread', quantity: 1 }]), /Price of item 1 is empty/],
	[
		'a price that is an object',
		json([{ ...bread, price: { eur: 1 } }]),
		/where a number is expected/,
	],
	['half a piece', json([{ ...bread, quantity: 1.5 }]), /Quantity of item 1 is 1.5/],
	[
		'a name of 61 characters',
		json([{ ...bread, name: 'a'.repeat(61) }]),
		/Name of item 1 has 61 characters/,
	],
	[
		'a discount program without a discount',
		{ ...json([bread]), options: { discountProgram: 'VIP' } },
		/Discount is described, but has no amount/,
	],
	[
		'an expiration in the past',
		{ ...json([bread]), options: { expiresAt: '2020-01-01T00:00:00Z' } },
		/at least five minutes from now/,
	],
	[
		'a description of no expiration',
		{ ...json([bread]), options: { expirationDescription: 'Over' } },
		/requires Expires At \(parameter "Options → Expiration Description"\)/,
	],
	[
		'a reference with a space',
		{ ...json([bread]), referenceId: 'order 1' },
		/Reference ID "order 1" has characters/,
	],
	[
		'a beneficiary without an address',
		{ ...json([bread]), options: { beneficiaries: { beneficiary: [{ name: 'Ana' }] } } },
		/Address line 1 of beneficiary 1 is empty/,
	],
])('rejects %s', async (_, parameters, says) => {
	const result = await run(parameters as INodeParameters);
	expect(result.error?.message).toMatch(says);
	expect(result.error?.description).toMatch(/\w/);
	expect(await posted()).toEqual([]);
});

describe('the status of an order', () => {
	it.each([
		['Partially Shipped', 'partially_shipped'],
		['cancelled', 'canceled'],
	])('%s', async (status, sent) => {
		await run(json([bread]));
		const result = await run({ status }, 'sendOrderStatus');
		expect(result.error).toBeUndefined();
		expect((await sentOrder()).order).toEqual({ status: sent });
	});

	it('rejects an unknown status', async () => {
		const result = await run({ status: '={{ "paid" }}' }, 'sendOrderStatus');
		expect(result.error?.message).toMatch(/"paid" is not a status of an order/);
		expect(result.error?.description).toContain('partially_shipped');
		expect(await posted()).toEqual([]);
	});
});
