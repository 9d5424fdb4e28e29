import type { JsonObject } from './json';
import type { MediaInput } from './incoming';

/** The flow that a message opens. */
export interface SentFlowView {
	id: string;
	name: string;
	mode: 'draft' | 'published';
	action: 'navigate' | 'data_exchange';
	/** `unused` if the message has none. */
	token: string;
	/** First screen; default: the entry screen. */
	screen?: string;
	data?: JsonObject;
	/** The endpoint ended the token with 427: the flow can no longer be opened. */
	expired?: boolean;
}

export interface FlowValidationError {
	error: string;
	message: string;
	line_start: number;
	column_start: number;
	pointers: Array<{ path: string }>;
}

/** A flow. */
export interface FlowView {
	id: string;
	businessAccountId: string;
	name: string;
	categories: string[];
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'THROTTLED' | 'BLOCKED';
	validationErrors: FlowValidationError[];
	/** Published versions that are live. */
	liveVersions: number;
	endpointUri?: string;
}

/** A flow that the control API adds without Meta's checks of an endpoint. */
export interface FlowInput {
	id?: string;
	/** Default: `flow_<n>`. */
	name?: string;
	/** Flow JSON as an object or a text; default: one screen with a text field and a footer. */
	json?: object | string;
	categories?: string[];
	/** Default `PUBLISHED`. */
	status?: FlowView['status'];
	endpointUri?: string;
	applicationId?: string;
	businessAccountId?: string;
}

export interface FlowChange {
	status?: FlowView['status'];
	endpointUri?: string;
	/** A new Flow JSON; a published flow becomes a draft. */
	json?: object | string;
}

/** A value of an input. Pickers take files. */
export type FlowValue =
	| string
	| number
	| boolean
	| string[]
	| { 'start-date'?: string; 'end-date'?: string }
	| MediaInput[];

/** A flow that a customer has opened. */
export interface FlowSessionView {
	id: string;
	messageId: string;
	flowId: string;
	/** `open`, `completed` (the answer was sent), `failed` (the flow shows an error and cannot go on). */
	state: 'open' | 'completed' | 'failed';
	/** Shown under the title of the phone: the name of the business. */
	business: string;
	draft: boolean;
	/** The current screen as in the Flow JSON. */
	screen: JsonObject;
	/** `${data.…}` of every visited screen. */
	data: Record<string, JsonObject>;
	/** `${form.…}` of every visited screen. */
	forms: Record<string, JsonObject>;
	/** Whether Back leads to an earlier screen. */
	canGoBack: boolean;
	/** `error_message` of the endpoint, for a snackbar. */
	notice?: string;
	/** Why the flow failed, as the customer sees it. */
	failure?: string;
	/** The same for developers: what the endpoint did wrong. */
	reason?: string;
	/** A page that `open_url` opens. */
	openUrl?: string;
	/** wamid of the answer. */
	answer?: string;
}

/** What the customer does on a screen. */
export interface FlowStep {
	/** `submit`: taps the footer. `tap`: taps a link, list item, or "Read more". `select`: changes a value. `back`. */
	do: 'submit' | 'tap' | 'select' | 'back';
	/** The values of the screen, by the names of its inputs. Others are unchanged. */
	values?: Record<string, FlowValue>;
	/** `tap`: text of the link, ID of the list item, or name of the opt-in. `select`: name of the input. */
	target?: string;
}

/** A call of an endpoint that the control API makes. */
export interface FlowCallInput {
	/** Clear payload: `{ action, screen, data, flow_token, … }`; `version` is added. */
	payload: JsonObject;
	signature?: 'valid' | 'missing' | 'wrong';
	/** Cuts the encrypted data in half. */
	truncated?: boolean;
	phoneNumberId?: string;
}

export interface FlowCallView {
	/** HTTP status; 0 without an answer. */
	status: number;
	/** Milliseconds. */
	latency: number;
	/** The decrypted answer. */
	data?: JsonObject;
	/** `error_msg` of a 427. */
	message?: string;
	error?: string;
	reason?: string;
}
