import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive, INTERACTIVE_LIMITS, textHeaderSchema } from './interactive';
import {
	list,
	metaId,
	optionalMetaId,
	optionalText,
	reject,
	requiredText,
	titledSections,
	unique,
} from './schema';

export const PRODUCT_LIMITS = {
	sections: { min: 1, max: 10 },
	sectionTitle: 24,
	/** In all sections together. */
	products: { min: 1, max: 30 },
} as const;

export interface ProductInput {
	/** A single product has no header. */
	header?: undefined;
	body?: string;
	footer?: string;
	catalogId: string;
	/** The content ID (SKU) of the product in the catalog. */
	productRetailerId: string;
}

export interface ProductListInput {
	/** Text only; required here. */
	header: { type: 'text'; text: string } | undefined;
	body: string;
	footer?: string;
	catalogId: string;
	sections: Array<{ title?: string; productRetailerIds: string[] }>;
}

export interface CatalogInput {
	body: string;
	footer?: string;
	/** The product whose image is shown; the first of the catalog by default. */
	thumbnailProductRetailerId?: string;
}

const catalogId = metaId('Catalog ID');

const productSchema = z
	.object({
		header: z.unknown(),
		body: optionalText('Body', INTERACTIVE_LIMITS.body),
		footer: optionalText('Footer', INTERACTIVE_LIMITS.footer),
		catalogId,
		productRetailerId: requiredText('Product ID'),
	})
	.superRefine(({ header }, context) => {
		if (header === undefined) return;
		reject(context, 'A single product has no header', 'Remove the header.', ['header']);
	});

const listSchema = z
	.object({
		header: textHeaderSchema.optional(),
		...bodyAndFooter(),
		catalogId,
		sections: list(
			z.object({
				title: optionalText('Title of section #', PRODUCT_LIMITS.sectionTitle),
				productRetailerIds: list(
					requiredText('Product ID in section #, position #'),
					'Section #',
					['product', 'products'],
					{ min: 1, max: Infinity },
				),
			}),
			'Sections',
			['section', 'sections'],
			PRODUCT_LIMITS.sections,
		),
	})
	.superRefine(({ header, sections }, context) => {
		if (!header) {
			reject(
				context,
				'A product list has no header, which is required here',
				'Enter a header text.',
				['header', 'text'],
			);
		}
		const products = sections.flatMap(({ productRetailerIds }) => productRetailerIds);
		if (products.length > PRODUCT_LIMITS.products.max) {
			reject(
				context,
				`There are ${products.length} products in total, but WhatsApp allows at most ${PRODUCT_LIMITS.products.max}`,
				`Remove ${products.length - PRODUCT_LIMITS.products.max}.`,
				['sections'],
			);
		}
		titledSections(sections, context);
		unique(
			products,
			context,
			(id) => `The product "${id}" appears twice`,
			'Enter each product once.',
			() => ['sections'],
		);
	});

const catalogSchema = z.object({
	...bodyAndFooter(),
	thumbnailProductRetailerId: optionalMetaId('Thumbnail product ID'),
});

/** One product of a catalog. */
export function productMessage(input: ProductInput): MessageContent {
	const { body, footer, catalogId: catalog, productRetailerId } = check(productSchema, input);
	return interactive(
		'product',
		{ body, footer },
		{ catalog_id: catalog, product_retailer_id: productRetailerId },
	);
}

/** Up to 30 products of a catalog in sections. */
export function productListMessage(input: ProductListInput): MessageContent {
	const { catalogId: catalog, sections, ...parts } = check(listSchema, input);
	return interactive('product_list', parts, {
		catalog_id: catalog,
		sections: sections.map(({ title, productRetailerIds }) => ({
			...(title !== undefined && { title }),
			product_items: productRetailerIds.map((id) => ({ product_retailer_id: id })),
		})),
	});
}

/** The whole catalog that is connected to the sender. */
export function catalogMessage(input: CatalogInput): MessageContent {
	const { thumbnailProductRetailerId: thumbnail, ...parts } = check(catalogSchema, input);
	return interactive('catalog_message', parts, {
		name: 'catalog_message',
		...(thumbnail && { parameters: { thumbnail_product_retailer_id: thumbnail } }),
	});
}
