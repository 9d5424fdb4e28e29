import { z } from 'zod/v3';
import { addIssue, text } from '../../schema';
import { body, footer, header, interactive, titledSections } from './parts';

const MAX_PRODUCTS = 30;
const MAX_SECTIONS = 10;

const retailerId = text(1000);
const catalogId = text(100);

/** A single product. No header; the body is optional. */
export const product = interactive({
	type: 'product',
	schema: z
		.object({
			type: z.literal('product'),
			body: body(1024).optional(),
			footer: footer.optional(),
			action: z.object({ catalog_id: catalogId, product_retailer_id: retailerId }).strict(),
		})
		.strict(),
});

const section = z
	.object({
		title: text(24).optional(),
		product_items: z.array(z.object({ product_retailer_id: retailerId }).strict()).min(1),
	})
	.strict();

/** Products in sections. A text header is required. */
export const productList = interactive({
	type: 'product_list',
	schema: z
		.object({
			type: z.literal('product_list'),
			header: header(['text']),
			body: body(1024),
			footer: footer.optional(),
			action: z
				.object({
					catalog_id: catalogId,
					sections: z.array(section).min(1).max(MAX_SECTIONS),
				})
				.strict(),
		})
		.strict()
		.superRefine(({ action: { sections } }, context) => {
			const path = ['action', 'sections'];
			const count = sections.flatMap((entry) => entry.product_items).length;
			if (count > MAX_PRODUCTS) {
				addIssue(context, `have ${count} products, at most ${MAX_PRODUCTS} are allowed`, path);
			}
			titledSections(sections, context, path);
		}),
});

/** A button that opens the catalog. */
export const catalogMessage = interactive({
	type: 'catalog_message',
	schema: z
		.object({
			type: z.literal('catalog_message'),
			body: body(1024),
			footer: footer.optional(),
			action: z
				.object({
					name: z.literal('catalog_message'),
					parameters: z
						.object({ thumbnail_product_retailer_id: retailerId.optional() })
						.strict()
						.optional(),
				})
				.strict(),
		})
		.strict(),
});
