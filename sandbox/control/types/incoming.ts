import type { JsonObject } from './json';

/** What a customer does. Media is given as `data` (base64) or `url` of a loopback server. */
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

/** Common to everything that a customer sends. */
export interface IncomingCommon {
	phoneNumberId?: string;
	/** wamid of the message answered to. */
	replyTo?: string;
	forwarded?: boolean;
	frequentlyForwarded?: boolean;
	referral?: ReferralInput;
	/** Product that the customer asks about. */
	referredProduct?: { catalog_id: string; product_retailer_id: string };
	groupId?: string;
	/** Merged into the webhook's message last, for shapes of the future. */
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
		/** `emoji` left out or empty takes the reaction back. */
		| { type: 'reaction'; messageId: string; emoji?: string }
		/** Tap on anything tappable in a message that we received: reply button, list row, template quick reply, carousel quick reply. `id`: the button's id, the row's id, or the quick reply's text or payload. */
		| { type: 'tap'; messageId: string; id: string }
		/** Answer to a flow or an address message. */
		| { type: 'nfm_reply'; messageId: string; response: JsonObject; name?: string; body?: string }
		/** Answer to a call permission request. */
		| {
				type: 'call_permission_reply';
				messageId: string;
				response: 'accept' | 'reject';
				expirationTimestamp?: number;
		  }
		/** Answer to request_contact_info: the customer's own contact, with the phone number. */
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
		/** A correction of an earlier message of the customer. */
		| { type: 'edit'; messageId: string; text: string }
		| { type: 'revoke'; messageId: string }
		/** Any message object: sent as it is, with id, from and timestamp added when missing. */
		| { type: 'raw'; message: JsonObject }
	);
