import { createHmac, randomBytes, timingSafeEqual } from 'crypto';

/**
 * What a question carries in its buttons, rows, or flow, and what comes back with the answer. Only the
 * operation that asks and the trigger that routes answers know it.
 */
export interface AnswerReference {
	/** ID of the waiting execution, digits. */
	executionId: string;
	/** ID of the waiting node. */
	nodeId: string;
	/** Which choice was tapped, counted from 0; absent where the answer is a form. */
	choice?: number;
	/** When the question was sent, in seconds since 1970. */
	askedAt: number;
	/** Tells the questions that one node asks in one execution apart. */
	nonce: string;
	/** n8n's signature of the address that resumes the execution, 64 hexadecimal digits. */
	signature: string;
}

const PREFIX = 'n8nwait1';
const FORMAT =
	/^n8nwait1\.(\d{1,19})\.(~[\w-]{22}|[\w-]{1,64})\.([0-9a-z]{0,2})\.([0-9a-z]{6})([\w-]{6})\.([\w-]{43})\.([\w-]{22})$/;
const NODE_ID = /^[\w-]{1,64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAC_BYTES = 16;

/** The part of a reference that all choices of one question share. */
export function newQuestion(now: number): Pick<AnswerReference, 'askedAt' | 'nonce'> {
	return {
		askedAt: Math.floor(now / 1000),
		nonce: randomBytes(5).toString('base64url').slice(0, 6),
	};
}

/** Whether a node ID fits into a reference: letters, digits, `-`, and `_`, up to 64. */
export function isReferable(nodeId: string): boolean {
	return NODE_ID.test(nodeId);
}

/**
 * Writes a reference: 117 characters for an n8n node ID and a six-digit execution ID, which fits into the
 * ID of a reply button (256) and of a row (200), and into a quick reply payload.
 *
 * @param appSecret the reference is authenticated with it, so that no character of it can be changed
 */
export function writeReference(reference: AnswerReference, appSecret: string): string {
	const { executionId, nodeId, choice, askedAt, nonce, signature } = reference;
	const content = [
		PREFIX,
		executionId,
		UUID.test(nodeId)
			? `~${Buffer.from(nodeId.replace(/-/g, ''), 'hex').toString('base64url')}`
			: nodeId,
		choice?.toString(36) ?? '',
		askedAt.toString(36).padStart(6, '0') + nonce,
		Buffer.from(signature, 'hex').toString('base64url'),
	].join('.');
	return `${content}.${mac(content, appSecret)}`;
}

/** Whether a text claims to be a reference. */
export function looksLikeReference(text: unknown): text is string {
	return typeof text === 'string' && text.startsWith(`${PREFIX}.`);
}

/**
 * Reads a reference and the secret that it was written with; `undefined` for anything that was not
 * written with one of the secrets, character by character.
 */
export function readReference(
	text: string,
	appSecrets: readonly string[],
): { reference: AnswerReference; appSecret: string } | undefined {
	const parts = FORMAT.exec(text);
	if (!parts) return undefined;
	const content = text.slice(0, text.lastIndexOf('.'));
	const given = Buffer.from(parts[7]);
	const appSecret = appSecrets.find(
		(secret) => secret !== '' && timingSafeEqual(given, Buffer.from(mac(content, secret))),
	);
	if (appSecret === undefined) return undefined;
	return {
		appSecret,
		reference: {
			executionId: parts[1],
			nodeId: parts[2].startsWith('~') ? uuidOf(parts[2].slice(1)) : parts[2],
			...(parts[3] !== '' && { choice: parseInt(parts[3], 36) }),
			askedAt: parseInt(parts[4], 36),
			nonce: parts[5],
			signature: Buffer.from(parts[6], 'base64url').toString('hex'),
		},
	};
}

function mac(content: string, appSecret: string): string {
	return createHmac('sha256', appSecret)
		.update(`answer reference ${content}`)
		.digest()
		.subarray(0, MAC_BYTES)
		.toString('base64url');
}

function uuidOf(base64: string): string {
	return Buffer.from(base64, 'base64url')
		.toString('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
