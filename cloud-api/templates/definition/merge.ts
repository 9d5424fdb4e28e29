import { upper, type TemplateComponent } from '../template';

/** The order in which WhatsApp shows components. */
const ORDER = ['HEADER', 'LIMITED_TIME_OFFER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'];

/**
 * Returns the components of a template after an edit. Meta replaces all components with every edit, so
 * unchanged ones must be sent again.
 *
 * @param removed types to remove, e.g. `FOOTER`
 */
export function mergeComponents(
	present: readonly TemplateComponent[],
	changes: readonly TemplateComponent[],
	removed: readonly string[],
): TemplateComponent[] {
	const changed = new Set(changes.map(({ type }) => upper(type)));
	const kept = present.filter(
		({ type }) => !changed.has(upper(type)) && !removed.includes(upper(type)),
	);
	return [...kept, ...changes].sort((one, other) => place(one) - place(other));
}

function place({ type }: TemplateComponent): number {
	const index = ORDER.indexOf(upper(type));
	return index < 0 ? ORDER.length : index;
}
