/** How Meta's access tokens, app tokens and upload signatures look. */
const SECRETS = [
	/\bEA[A-Za-z0-9]{30,}\b/g,
	/\b\d{6,}\|[A-Za-z0-9_-]{16,}/g,
	/(?<=\b(?:access_token|input_token|client_secret|fb_exchange_token|appsecret_proof|verify_token|hub\.verify_token|pin)["']?\s{0,4}[=:]\s{0,4}["']?)[^\s&"',}]+/gi,
	/(?<=access token )[^\s"']{20,}/gi,
];

/** Replaces what looks like a secret: Meta repeats a malformed token in its own message. */
export function withoutSecrets(text: string): string {
	return SECRETS.reduce((cleaned, secret) => cleaned.replace(secret, '…'), text);
}
