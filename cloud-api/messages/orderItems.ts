import { z } from 'zod/v3';
import { fromMeta, inMeta, money, optionalMoney, smallestUnits, type Money } from './money';
import { ORDER_LIMITS } from './orderLimits';
import { numberBetween, optionalText, requiredText } from './schema';
import { isBlank, isFields, rename } from './shapes';

export interface OrderItem {
	/** Your ID of the product (SKU), optional without a catalog. */
	retailerId?: string;
	/** Up to 60 characters. */
	name: string;
	/** Price of one piece in the currency's main unit, e.g. `12.5`. */
	price: Money;
	/** Price of one piece on sale. */
	salePrice?: Money;
	quantity: number;
	/** India, without a catalog: where the product was made. */
	countryOfOrigin?: string;
	/** India, without a catalog: name of the company that imported the product. */
	importerName?: string;
	/** Meta's address object of the importer, e.g. `{ address_line1, city, postal_code, country_code }`. */
	importerAddress?: Record<string, unknown>;
	/** Fields of Meta's item that this list does not name are sent as they are. */
	[field: string]: unknown;
}

/** The names of {@link OrderItem}. */
export const ITEM_FIELDS = [
	'retailerId',
	'name',
	'price',
	'salePrice',
	'quantity',
	'countryOfOrigin',
	'importerName',
	'importerAddress',
] as const;

const NAMES = {
	retailer_id: 'retailerId',
	amount: 'price',
	sale_amount: 'salePrice',
	country_of_origin: 'countryOfOrigin',
	importer_name: 'importerName',
	importer_address: 'importerAddress',
} as const;

/** An item of an order. */
export const item = z
	.object({
		retailerId: optionalText('Product ID of item #'),
		name: requiredText('Name of item #', ORDER_LIMITS.itemName),
		price: money('Price of item #'),
		salePrice: optionalMoney('Sale price of item #'),
		quantity: numberBetween('Quantity of item #', 1, ORDER_LIMITS.quantity, { whole: true }),
		countryOfOrigin: optionalText('Country of origin of item #'),
		importerName: optionalText('Importer name of item #'),
		importerAddress: z.record(z.unknown()).optional(),
	})
	.passthrough();

type Item = z.output<typeof item>;

/** Meta's item object. */
export function itemObject(input: Item): Record<string, unknown> {
	const { retailerId, name, price, salePrice, quantity, ...rest } = input;
	const { countryOfOrigin, importerName, importerAddress, ...others } = rest;
	return {
		...(retailerId !== undefined && { retailer_id: retailerId }),
		name,
		amount: inMeta(smallestUnits(price)),
		...(salePrice !== undefined && { sale_amount: inMeta(smallestUnits(salePrice)) }),
		quantity,
		...(countryOfOrigin !== undefined && { country_of_origin: countryOfOrigin }),
		...(importerName !== undefined && { importer_name: importerName }),
		...(importerAddress && { importer_address: importerAddress }),
		...others,
	};
}

/** What the item costs in hundredths. */
export function itemTotal({ price, salePrice, quantity }: Item): number {
	return smallestUnits(salePrice ?? price) * quantity;
}

/** An item in the names of {@link OrderItem}, from a row of the form or from Meta's own JSON. */
export function itemInput(value: unknown): unknown {
	if (!isFields(value)) return value;
	const { additionalFields, ...row } = value;
	const named = rename({ ...row, ...(isFields(additionalFields) && additionalFields) }, NAMES);
	const { price, salePrice, importerAddress: address, ...others } = named;
	return {
		...others,
		price: fromMeta(price),
		...(!isBlank(salePrice) && { salePrice: fromMeta(salePrice) }),
		...(!isBlank(address) && { importerAddress: address }),
	};
}
