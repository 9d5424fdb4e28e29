import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';

/**
 * Makes an element a real dialog: focus moves into it, Tab stays inside, Escape closes it, and focus
 * returns to where it was. Returns the attributes of the element.
 */
export function useDialog(onClose: () => void) {
	const sheet = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const before = document.activeElement;
		const inside = sheet.current;
		(inside?.querySelector<HTMLElement>('[autofocus], input, textarea') ?? inside)?.focus({
			preventScroll: true,
		});
		return () => before instanceof HTMLElement && before.focus({ preventScroll: true });
	}, []);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Escape') onClose();
		if (event.key !== 'Tab' || !sheet.current) return;
		const stops = [
			...sheet.current.querySelectorAll<HTMLElement>(
				'a[href], button:not(:disabled), input, textarea, select',
			),
		];
		const edge = event.shiftKey ? stops[0] : stops.at(-1);
		if (document.activeElement !== edge) return;
		event.preventDefault();
		(event.shiftKey ? stops.at(-1) : stops[0])?.focus();
	};
	return { ref: sheet, onKeyDown };
}

/**
 * A sheet that slides over the phone from below. A real dialog: focus moves into it, Tab stays
 * inside, Escape or a click beside it closes it, and focus returns to where it was.
 */
export function Sheet(props: {
	title: string;
	onClose: () => void;
	children: ComponentChildren;
	tall?: boolean;
}) {
	const dialog = useDialog(props.onClose);
	return (
		<div
			class="sheet-shade"
			onClick={(event) => event.target === event.currentTarget && props.onClose()}
		>
			<div
				class={`sheet ${props.tall ? 'sheet--tall' : ''}`}
				role="dialog"
				aria-modal="true"
				aria-label={props.title}
				tabIndex={-1}
				{...dialog}
			>
				<header class="sheet__head">
					<h2>{props.title}</h2>
					<button type="button" class="round" onClick={props.onClose} aria-label="Close">
						<Icon icon={X} />
					</button>
				</header>
				<div class="sheet__body">{props.children}</div>
			</div>
		</div>
	);
}
