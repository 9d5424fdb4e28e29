import { upper, type Template, type TemplateComponent } from './template';

/** What of a template is needed to check values, without samples and links that expire. */
export type TemplateSnapshot = Pick<Template, 'components' | 'category'> & {
	sub_category?: unknown;
};

/** Returns the parts of a template that its values are checked against. */
export function snapshotOf(template: Template): TemplateSnapshot {
	return {
		category: template.category,
		...(template.sub_category !== undefined && { sub_category: template.sub_category }),
		components: template.components.map(reduced),
	};
}

/** Reads a snapshot from JSON; undefined if it is none. */
export function readSnapshot(json: unknown): TemplateSnapshot | undefined {
	if (typeof json !== 'string') return undefined;
	try {
		const snapshot = JSON.parse(json) as TemplateSnapshot;
		return Array.isArray(snapshot?.components) ? snapshot : undefined;
	} catch {
		return undefined;
	}
}

function reduced(component: TemplateComponent): TemplateComponent {
	const { type, format, text, buttons, cards, limited_time_offer: offer } = component;
	return {
		type: upper(type),
		...(format !== undefined && { format }),
		...(text !== undefined && { text }),
		...(buttons && {
			buttons: buttons.map((button) => ({
				type: button.type,
				...(button.text !== undefined && { text: button.text }),
				...(button.url !== undefined && { url: button.url }),
			})),
		}),
		...(offer && { limited_time_offer: offer }),
		...(cards && {
			cards: cards.map((card) => ({ components: card.components.map(reduced) })),
		}),
	} as TemplateComponent;
}
