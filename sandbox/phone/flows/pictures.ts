/** The source of a picture that a Flow JSON contains as base64, with or without `data:`. */
export function sourceOf(base64: string): string {
	if (base64.startsWith('data:')) return base64;
	const type = base64.startsWith('/9j/')
		? 'jpeg'
		: base64.startsWith('UklGR')
			? 'webp'
			: base64.startsWith('R0lGOD')
				? 'gif'
				: 'png';
	return `data:image/${type};base64,${base64}`;
}
