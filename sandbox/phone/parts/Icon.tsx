import type { IconNode } from 'lucide';
import { createElement } from 'preact';

/** An icon in the text color. Hidden from assistive technology without `label`. */
export function Icon({
	icon,
	size = 20,
	label,
}: {
	icon: IconNode;
	size?: number;
	label?: string;
}) {
	return (
		<svg
			class="icon"
			width={size}
			height={size}
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			stroke-width="2"
			stroke-linecap="round"
			stroke-linejoin="round"
			role={label ? 'img' : undefined}
			aria-label={label}
			aria-hidden={label ? undefined : true}
		>
			{icon.map(([tag, attributes]) => createElement(tag, { ...attributes }))}
		</svg>
	);
}
