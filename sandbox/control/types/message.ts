import type { SentFlowView } from './flow';
import type { Json, JsonObject } from './json';

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** An error as webhooks carry it in `errors[]`. */
export interface StatusError {
	code: number;
	title: string;
	message: string;
	error_data?: { details: string };
	href?: string;
}

export interface StatusView {
	status: MessageStatus;
	timestamp: number;
	errors?: StatusError[];
}

export interface MediaView {
	id: string;
	/** Path that returns the bytes without a token (`/_sandbox/media/<id>`), or the link if it was not fetched. */
	url: string;
	mimeType: string;
	/** `false` for links to other hosts, which the sandbox does not fetch. */
	fetched: boolean;
	fileSize?: number;
	sha256?: string;
	filename?: string;
	animated?: boolean;
	voice?: boolean;
}

export interface ReactionView {
	from: 'business' | 'customer';
	emoji: string;
	/** The customer who reacted, in a group. */
	customer?: string;
}

/** A template message as the customer sees it. */
export interface RenderedTemplate {
	name: string;
	language: string;
	category?: string;
	header?: { format: string; text?: string; media?: MediaView; location?: JsonObject };
	body?: string;
	footer?: string;
	buttons?: RenderedButton[];
	/** Limited-time offer. */
	offer?: { text: string; expiresAt?: number };
	cards?: Array<{
		header?: { format: string; media?: MediaView; product?: JsonObject };
		body?: string;
		buttons?: RenderedButton[];
	}>;
}

export interface RenderedButton {
	/** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, CATALOG, MPM, SPM, OTP, VOICE_CALL … */
	type: string;
	text: string;
	/** Quick replies: what a tap sends. */
	payload?: string;
	url?: string;
	phoneNumber?: string;
	code?: string;
	flowToken?: string;
}

/** One message of a conversation, as both sides see it. */
export interface MessageView {
	/** `wamid.…` */
	id: string;
	/** `outgoing`: business to customer. `incoming`: customer to business. */
	direction: 'outgoing' | 'incoming';
	phoneNumberId: string;
	/** WhatsApp ID of the customer; the group ID for outgoing messages to a group. */
	customer: string;
	groupId?: string;
	/** Meta's type: text, image, interactive, template, … */
	type: string;
	/** The content under the type: `{ body }` for text, `{ type, body, action }` for interactive, … */
	content: Json;
	/** The media of the message, by their path in `content`: `''`, `header.image`, `action.cards.0.header.image`, … */
	media: Record<string, MediaView>;
	template?: RenderedTemplate;
	/** The flow that the message opens. */
	flow?: SentFlowView;
	timestamp: number;
	/** The furthest status. Incoming: `read` once the business has marked it as read. */
	status: MessageStatus;
	statuses: StatusView[];
	/** wamid of the replied-to message. */
	replyTo?: string;
	forwarded?: boolean;
	reactions: ReactionView[];
	edited?: boolean;
	/** Deleted by its sender. */
	revoked?: boolean;
	pinned?: boolean;
	/** `biz_opaque_callback_data`, echoed in statuses. */
	bizOpaqueCallbackData?: string;
	/** Where production accepts the request although Meta's page says otherwise. */
	warnings?: string[];
	/** wamid of the customer's response (tap, flow, …). */
	answeredBy?: string;
}

export interface MessageQuery {
	phoneNumberId?: string;
	customer?: string;
	direction?: 'outgoing' | 'incoming';
	/** How many of the newest messages; default 1,000. */
	limit?: number;
}
