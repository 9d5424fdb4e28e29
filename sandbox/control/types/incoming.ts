import type { JsonObject } from './json';

/** A file that a customer sends: `data` (base64) or `url` of a loopback server. */
export interface MediaInput {
	data?: string;
	url?: string;
	mimeType?: string;
	filename?: string;
	caption?: string;
	voice?: boolean;
	animated?: boolean;
}

export interface ReferralInput {
	source_url?: string;
	source_id?: string;
	source_type?: string;
	headline?: string;
	body?: string;
	media_type?: string;
	image_url?: string;
	video_url?: string;
	thumbnail_url?: string;
	ctwa_clid?: string;
	welcome_message?: { text: string };
}

/** Options of every message of a customer. */
export interface IncomingCommon {
	phoneNumberId?: string;
	/** wamid of the replied-to message. */
	replyTo?: string;
	forwarded?: boolean;
	frequentlyForwarded?: boolean;
	referral?: ReferralInput;
	/** The product of a question. */
	referredProduct?: { catalog_id: string; product_retailer_id: string };
	groupId?: string;
	/** Merged into the webhook's message, for shapes that the sandbox does not know. */
	extra?: JsonObject;
}

export type IncomingInput = IncomingCommon &
	(
		| { type: 'text'; text: string }
		| { type: 'image' | 'video' | 'audio' | 'document' | 'sticker'; media: MediaInput }
		| {
				type: 'location';
				location: {
					latitude: number;
					longitude: number;
					name?: string;
					address?: string;
					url?: string;
				};
		  }
		| { type: 'contacts'; contacts: JsonObject[] }
		/** Without `emoji`, removes the reaction. */
		| { type: 'reaction'; messageId: string; emoji?: string }
		/** A tap on a reply button, list row, or quick reply. `id` is the ID of the button or row, or the quick reply's text or payload. */
		| { type: 'tap'; messageId: string; id: string }
		/** The response to a flow or an address message. */
		| { type: 'nfm_reply'; messageId: string; response: JsonObject; name?: string; body?: string }
		/** The response to a call permission request. */
		| {
				type: 'call_permission_reply';
				messageId: string;
				response: 'accept' | 'reject';
				expirationTimestamp?: number;
				/** The permission does not expire. */
				permanent?: boolean;
		  }
		/** The response to request_contact_info: the customer's contact with the phone number. */
		| { type: 'contact_info'; messageId: string }
		| {
				type: 'order';
				order: {
					catalog_id: string;
					text?: string;
					product_items: Array<{
						product_retailer_id: string;
						quantity: number;
						item_price: number;
						currency: string;
					}>;
				};
		  }
		| { type: 'unsupported'; unsupportedType?: string }
		/** An edit of an earlier message of the customer. */
		| { type: 'edit'; messageId: string; text: string }
		| { type: 'revoke'; messageId: string }
		/** Any message object, with `id`, `from`, and `timestamp` added. */
		| { type: 'raw'; message: JsonObject }
	);
