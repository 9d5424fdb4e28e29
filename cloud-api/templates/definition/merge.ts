import { kind, type TemplateComponent } from '../template';

/** The order in which WhatsApp shows the parts of a template. */
const ORDER = ['HEADER', 'LIMITED_TIME_OFFER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'];

/**
 * The components of a template after a change: Meta replaces all of them with every edit, so what shall
 * stay has to be sent again.
 *
 * @param removed types to leave out, e.g. `FOOTER`
 */
export function mergeComponents(
	present: readonly TemplateComponent[],
	changes: readonly TemplateComponent[],
	removed: readonly string[],
): TemplateComponent[] {
	const changed = new Set(changes.map(({ type }) => kind(type)));
	const kept = present.filter(
		({ type }) => !changed.has(kind(type)) && !removed.includes(kind(type)),
	);
	return [...kept, ...changes].sort((one, other) => place(one) - place(other));
}

function place({ type }: TemplateComponent): number {
	const index = ORDER.indexOf(kind(type));
	return index < 0 ? ORDER.length : index;
}
