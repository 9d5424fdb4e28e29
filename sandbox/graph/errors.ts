/** The parts of Meta's error envelope. */
export interface GraphErrorParts {
	code: number;
	message: string;
	/** HTTP status; default 400. */
	status?: number;
	/** Default `OAuthException`. */
	type?: string;
	subcode?: number;
	/** Message APIs: `error_data` becomes `{ messaging_product, details }`. */
	details?: string;
	/** Management APIs: `error_data` as it is, often a plain string. */
	errorData?: unknown;
	userTitle?: string;
	userMessage?: string;
	isTransient?: boolean;
	headers?: Record<string, string>;
	/** Top-level keys next to `error` (partial results such as block_users). */
	beside?: Record<string, unknown>;
}

/** An error of the Graph API. Thrown anywhere, answered as the error envelope. */
export class GraphError extends Error {
	readonly parts: GraphErrorParts;

	constructor(parts: GraphErrorParts) {
		super(parts.message);
		this.parts = parts;
	}

	get status(): number {
		return this.parts.status ?? 400;
	}
}

/** The JSON body of an error. */
export function envelope(error: GraphError, traceId: string): Record<string, unknown> {
	const { parts } = error;
	const body: Record<string, unknown> = {
		message: parts.message,
		type: parts.type ?? 'OAuthException',
		code: parts.code,
	};
	if (parts.details !== undefined) {
		body.error_data = { messaging_product: 'whatsapp', details: parts.details };
	} else if (parts.errorData !== undefined) {
		body.error_data = parts.errorData;
	}
	if (parts.subcode !== undefined) body.error_subcode = parts.subcode;
	if (parts.isTransient !== undefined) body.is_transient = parts.isTransient;
	if (parts.userTitle !== undefined) body.error_user_title = parts.userTitle;
	if (parts.userMessage !== undefined) body.error_user_msg = parts.userMessage;
	body.fbtrace_id = traceId;
	return { error: body, ...parts.beside };
}

/** Meta's titles and HTTP statuses of the codes that message APIs answer with. */
const MESSAGE_CODES: Record<number, { status: number; title: string }> = {
	1: { status: 400, title: 'An unknown error occurred' },
	2: { status: 503, title: 'Service temporarily unavailable' },
	4: { status: 400, title: 'Application request limit reached' },
	10: { status: 403, title: 'Application does not have permission for this action' },
	100: { status: 400, title: 'Invalid parameter' },
	368: { status: 403, title: 'Temporarily blocked for policies violations' },
	613: { status: 400, title: 'Calls to this api have exceeded the rate limit' },
	80007: { status: 400, title: 'Rate limit issues' },
	130429: { status: 400, title: 'Rate limit hit' },
	130472: { status: 400, title: "User's number is part of an experiment" },
	130497: {
		status: 403,
		title: 'Business account is restricted from messaging users in this country',
	},
	130501: { status: 400, title: 'Message type is not currently supported' },
	131000: { status: 500, title: 'Something went wrong' },
	131005: { status: 403, title: 'Access denied' },
	131008: { status: 400, title: 'Required parameter is missing' },
	131009: { status: 400, title: 'Parameter value is not valid' },
	131016: { status: 500, title: 'Service unavailable' },
	131020: { status: 400, title: 'Invalid group' },
	131021: { status: 400, title: 'Recipient cannot be sender' },
	131026: { status: 400, title: 'Message undeliverable' },
	131030: { status: 400, title: 'Recipient phone number not in allowed list' },
	131031: { status: 403, title: 'Account has been locked' },
	131037: {
		status: 400,
		title: 'WhatsApp provided number needs display name approval before message can be sent',
	},
	131041: { status: 400, title: 'Group unknown' },
	131042: { status: 400, title: 'Business eligibility payment issue' },
	131045: { status: 500, title: 'Incorrect certificate' },
	131047: { status: 400, title: 'Re-engagement message' },
	131048: { status: 400, title: 'Spam rate limit hit' },
	131049: {
		status: 400,
		title: 'This message was not delivered to maintain healthy ecosystem engagement',
	},
	131050: { status: 400, title: 'User has stopped marketing messages from this business' },
	131051: { status: 400, title: 'Unsupported message type' },
	131052: { status: 400, title: 'Media download error' },
	131053: { status: 400, title: 'Media upload error' },
	131055: { status: 400, title: 'Only marketing messages are supported' },
	131056: {
		status: 400,
		title: '(Business Account, Consumer Account) pair rate limit hit',
	},
	131057: { status: 500, title: 'Account in maintenance mode' },
	131059: { status: 400, title: 'Invalid cursor' },
	131061: { status: 400, title: 'Max price templates need the Marketing Messages API' },
	131062: { status: 400, title: 'Business-scoped user ID is not supported for this message' },
	131063: { status: 400, title: 'Marketing messages are disabled on Cloud API' },
	131064: { status: 400, title: 'Template misclassification limit reached' },
	131070: { status: 400, title: 'Business is not the thread owner' },
	131202: { status: 400, title: 'Duplicate participant' },
	131204: { status: 400, title: 'Participant overlimit' },
	131207: { status: 403, title: 'Group suspended' },
	131208: { status: 429, title: 'Group Rate Limit Hit' },
	131209: { status: 400, title: 'Invalid Group Profile Picture Aspect Ratio' },
	131210: { status: 400, title: 'Image is Too Small to Process' },
	131211: { status: 400, title: 'Group create limit reached' },
	131212: { status: 400, title: 'Participant is not a part of the group' },
	131213: { status: 400, title: 'Group join request does not exist' },
	131214: { status: 400, title: 'Group creation is temporarily disabled' },
	131215: { status: 400, title: 'This phone number is not eligible to access Groups APIs' },
	132000: {
		status: 400,
		title: 'Number of parameters does not match the expected number of params',
	},
	132001: { status: 404, title: 'Template name does not exist in the translation' },
	132005: { status: 400, title: 'Translated text too long' },
	132007: { status: 400, title: 'Template content policy violated' },
	132008: { status: 400, title: 'Template parameter value is not valid' },
	132012: { status: 400, title: 'Parameter format does not match format in the created template' },
	132015: { status: 400, title: 'Template is paused' },
	132016: { status: 400, title: 'Template is disabled' },
	132018: { status: 400, title: 'Template parameters are not valid' },
	132021: { status: 400, title: 'Template name is already in use' },
	132068: { status: 400, title: 'Flow is blocked' },
	132069: { status: 400, title: 'Flow is throttled' },
	133004: { status: 503, title: 'Server temporarily unavailable' },
	133010: { status: 400, title: 'Phone number not registered' },
	134011: { status: 400, title: 'Payments terms of service not accepted' },
	134100: { status: 400, title: 'Only marketing templates are supported' },
	134101: { status: 400, title: 'Template is syncing' },
	135000: { status: 400, title: 'Generic user error' },
	137000: { status: 400, title: 'Recipient identity key mismatch' },
	138000: { status: 401, title: 'Calling not enabled' },
	138006: { status: 401, title: 'No approved call permission from the recipient' },
	138009: { status: 400, title: 'Call permission request limit hit' },
	138013: { status: 400, title: 'Business-initiated calling is not available' },
	138015: { status: 400, title: 'Calling cannot be enabled' },
	138017: {
		status: 400,
		title: 'Call permission request can’t be sent because a permanent permission already exists',
	},
	138018: {
		status: 400,
		title:
			'WhatsApp Business calling cannot be enabled because technical pre-requisites are not met',
	},
	139200: { status: 400, title: 'Direct Send is blocked' },
};

/** Title of a message code, as in `errors[].title` of a failed status. */
export function titleOf(code: number): string {
	return MESSAGE_CODES[code]?.title ?? 'Unknown';
}

/** An error of a message API: `(#code) title` with the explanation in `error_data.details`. */
export function rejection(code: number, details: string): GraphError {
	return new GraphError({
		code,
		status: MESSAGE_CODES[code]?.status ?? 400,
		message: `(#${code}) ${titleOf(code)}`,
		details,
	});
}

/** HTTP status that Meta's table gives a code. */
export function statusOf(code: number): number {
	return MESSAGE_CODES[code]?.status ?? (code === 190 ? 401 : 400);
}

/** `(#100) …`: a parameter is missing, unknown or of the wrong type. */
export function invalidParameter(
	message: string,
	extra: Partial<GraphErrorParts> = {},
): GraphError {
	return new GraphError({ code: 100, message: `(#100) ${message}`, ...extra });
}

/** `(#100) The parameter x is required.` */
export function parameterRequired(name: string): GraphError {
	return invalidParameter(`The parameter ${name} is required.`);
}

/** The object does not exist or the token cannot access it; the Graph API does not say which. */
export function unknownObject(method: string, id: string): GraphError {
	return new GraphError({
		code: 100,
		subcode: 33,
		type: 'GraphMethodException',
		message:
			`Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to ` +
			'missing permissions, or does not support this operation. Please read the Graph API documentation at ' +
			'https://developers.facebook.com/docs/graph-api',
	});
}

export function unknownPath(path: string): GraphError {
	return new GraphError({ code: 2500, message: `Unknown path components: ${path}` });
}
