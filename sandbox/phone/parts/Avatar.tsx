const initials = (name: string) =>
	name
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word))
		.slice(0, 2)
		.map((word) => [...word][0].toUpperCase())
		.join('') || '#';

/** One of eight hues, always the same for the same name. */
const hue = (name: string) =>
	[...name].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) % 8, 7);

/** An avatar with initials. */
export function Avatar({ name, size = 40 }: { name: string; size?: number }) {
	return (
		<span
			class={`avatar avatar--${hue(name)}`}
			style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.38}px` }}
			aria-hidden="true"
		>
			{initials(name)}
		</span>
	);
}
