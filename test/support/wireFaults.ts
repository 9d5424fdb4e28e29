/** The values of a message that are text, wherever they stand. */
export function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsOf);
}

/** What a message must not hold, unless the user wrote it. */
export function garbageIn(body: unknown, given: unknown): string[] {
	const written = JSON.stringify(given ?? '');
	return textsOf(body).filter(
		(text) =>
			/\[object |\bundefined\b|\bNaN\b|Invalid Date/.test(text) &&
			!written.includes(JSON.stringify(text.slice(0, 9)).slice(1, -1)),
	);
}

const REQUIRED =
	/(?:^|\.)(?:body|text|title|id|name|url|link|to|display_text|phone|email|message_id|product_retailer_id|catalog_id|payload|coupon_code|flow_token|latitude|longitude|ttl_minutes|expiration_days|expiration_time_ms|code)$/;

/** Required parts of messages that are empty; numbers that are none became null in JSON. */
export function emptyParts(body: unknown, path = ''): string[] {
	if (typeof body !== 'object' || body === null)
		return REQUIRED.test(path) && (body === null || String(body).trim() === '') ? [path] : [];
	return Object.entries(body).flatMap(([key, value]) => emptyParts(value, `${path}.${key}`));
}

/** Whether a text arrived as it was written, but for the spaces around it and those of an address. */
export function holds(body: unknown, text: string): boolean {
	const parts =
		text.trim() === ''
			? []
			: [
					text.trim(),
					text.trim().replace(/ /g, '%20'),
					...text.split(/[,;\n]/).map((part) => part.trim()),
				];
	return (
		parts.length === 0 ||
		textsOf(body).some((sent) => parts.some((part) => part !== '' && sent.includes(part)))
	);
}
