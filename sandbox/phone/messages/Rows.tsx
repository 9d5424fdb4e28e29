import { Check } from 'lucide';
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/Icon';
import { useActions } from './context';

interface RowProps {
	icon?: IconNode;
	label: string;
	onClick?: () => void;
	/** The customer has tapped this button. */
	tapped?: boolean;
	/** Another button was tapped, or this one has no target. */
	disabled?: boolean;
}

/** A full-width button under a message. */
export function Row({ icon, label, onClick, tapped, disabled }: RowProps) {
	const { enabled } = useActions();
	return (
		<button
			type="button"
			class={`row ${tapped ? 'row--tapped' : ''}`}
			disabled={disabled || tapped}
			aria-pressed={tapped ? true : undefined}
			onClick={enabled ? onClick : undefined}
		>
			{(tapped || icon) && <Icon icon={(tapped ? Check : icon) ?? Check} size={16} />}
			<span dir="auto">{label}</span>
		</button>
	);
}

/** A button that opens an address in a new tab; disabled for unsafe addresses. */
export function LinkRow({
	icon,
	label,
	href,
}: {
	icon: IconNode;
	label: string;
	href: string | undefined;
}) {
	const { enabled } = useActions();
	if (!href) return <Row icon={icon} label={label} disabled />;
	return (
		<a
			class="row"
			href={href}
			title={href}
			target="_blank"
			rel="noopener noreferrer"
			onClick={(event) => !enabled && event.preventDefault()}
		>
			<Icon icon={icon} size={16} />
			<span dir="auto">{label}</span>
		</a>
	);
}

export const Rows = ({ children }: { children: ComponentChildren }) => (
	<div class="rows">{children}</div>
);
