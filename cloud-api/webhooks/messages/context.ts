import { compact, isRecord, mark, record, text, type Json } from '../read';

/** What a message refers to: the message replied to, forwarding, a product, or the ad it came from. */
export function messageContext(message: Json): Json {
	return {
		...(isRecord(message.context) ? contextFields(message.context) : {}),
		...(isRecord(message.referral) ? { referral: referral(message.referral) } : {}),
	};
}

function contextFields(context: Json): Json {
	const product = record(context.referred_product);
	return {
		replyToMessageId: text(context.id),
		replyToFrom: text(context.from),
		forwarded: mark(context.forwarded) ?? mark(context.frequently_forwarded),
		frequentlyForwarded: mark(context.frequently_forwarded),
		referredProductId: text(product.product_retailer_id),
		referredCatalogId: text(product.catalog_id),
	};
}

/** The ad or post through which the customer came; `ctwaClid` is absent for Status ads. */
function referral(source: Json): Json {
	return compact({
		sourceType: text(source.source_type),
		sourceId: text(source.source_id),
		sourceUrl: text(source.source_url),
		headline: text(source.headline),
		body: text(source.body),
		mediaType: text(source.media_type),
		mediaUrl: text(source.image_url) ?? text(source.video_url),
		thumbnailUrl: text(source.thumbnail_url),
		ctwaClid: text(source.ctwa_clid),
		welcomeText: text(record(source.welcome_message).text),
	});
}
