import { action } from './actions';
import { checkDynamic, fits, isDynamic } from './bindings';
import { isRaw, type Raw } from './model';
import { flag, picture, text, wrongType, type PropertySite, type Rule } from './properties';

/** A property of an entry: its rule, and the version it needs (60 for 6.0). */
interface EntryProperty {
	rule: Rule;
	required?: boolean;
	since?: number;
}

/** Checks a list of objects by a table of their properties. A binding must be a list. */
function list(
	least: number,
	most: (entries: Raw[]) => number,
	table: (site: PropertySite) => Record<string, EntryProperty>,
	whole?: (entries: Raw[], site: PropertySite) => void,
): Rule {
	return (value, site) => {
		const { flow, path, name } = site;
		if (isDynamic(value)) {
			const types = checkDynamic(value, site);
			if (types && !types.some((type) => fits(type, ['array']))) {
				flow.issues.value(
					'INVALID_SCREEN_DYNAMIC_DATA',
					`Expected '${value}' to be of type 'array'.`,
					path,
				);
			}
			return;
		}
		if (!Array.isArray(value)) return wrongType(value, 'array', site);
		const entries = (value as unknown[]).filter(isRaw);
		if (value.length < least) {
			flow.issues.value(
				'MIN_ITEMS_REQUIRED',
				`Property '${name}' should have at least '${least}' items.`,
				path,
			);
		} else if (value.length > most(entries)) {
			flow.issues.value(
				'MAX_ITEMS_REQUIRED',
				`Property '${name}' should have at most '${most(entries)}' items.`,
				path,
			);
		}
		for (const [index, entry] of (value as unknown[]).entries()) {
			const own = { ...site, path: [...path, index] };
			if (isRaw(entry)) checkEntry(entry, table(site), own);
			else wrongType(entry, 'object', own);
		}
		whole?.(entries, site);
	};
}

/** Checks the properties of an object. */
export function checkEntry(
	entry: Raw,
	table: Record<string, EntryProperty>,
	site: PropertySite,
): void {
	for (const [name, { required }] of Object.entries(table)) {
		if (required && entry[name] === undefined) {
			site.flow.issues.value(
				'MISSING_REQUIRED_PROPERTY',
				`Required property '${name}' is missing.`,
				site.path,
			);
		}
	}
	for (const [name, value] of Object.entries(entry)) {
		const known = Object.hasOwn(table, name) ? table[name] : undefined;
		const path = [...site.path, name];
		if (!known || site.flow.version < (known.since ?? 0)) {
			site.flow.issues.key(
				'INVALID_PROPERTY_KEY',
				known
					? `Property '${name}' is not allowed before Flow JSON version ${(known.since ?? 0) / 10}.`
					: `Property '${name}' is not allowed in '${site.component.type}' component.`,
				path,
			);
		} else known.rule(value, { ...site, name, path });
	}
}

const object =
	(table: Record<string, EntryProperty>): Rule =>
	(value, site) => {
		if (isRaw(value)) checkEntry(value, table, site);
		else wrongType(value, 'object', site);
	};

const unique = (entries: Raw[], site: PropertySite): void => {
	const seen = new Set<unknown>();
	for (const { id } of entries) {
		if (seen.has(id)) {
			site.flow.issues.value(
				'INVALID_PROPERTY_VALUE',
				`Duplicate id found in '${site.name}': '${String(id)}'.`,
				site.path,
			);
		}
		seen.add(id);
	}
};

const updates: Record<string, EntryProperty> = {
	'on-select-action': { rule: action(['update_data']), since: 60 },
	'on-unselect-action': { rule: action(['update_data']), since: 60 },
};

/** Pictures of options have up to 300 KB before Flow JSON 6.0, and 100 KB from there. */
const optionPicture: Rule = (value, site) =>
	picture(site.flow.version < 60 ? 300 : 100)(value, site);

/** `data-source` of CheckboxGroup, RadioButtonsGroup, and Dropdown. */
export const options = (most: number, mostWithPictures = most): Rule =>
	list(
		1,
		(entries) => (entries.some(({ image }) => image !== undefined) ? mostWithPictures : most),
		() => ({
			id: { rule: text(200), required: true },
			title: { rule: text(30), required: true },
			description: { rule: text(300) },
			metadata: { rule: text(20) },
			enabled: { rule: flag },
			image: { rule: optionPicture },
			'alt-text': { rule: text(300) },
			color: { rule: color },
			...updates,
		}),
		(entries, site) => {
			unique(entries, site);
			const has = (name: string) => entries.some((entry) => entry[name] !== undefined);
			if (has('image') && has('color')) {
				site.flow.issues.value(
					'DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR',
					`Data source can only have either only image attributes or only color attributes for all items for ${site.component.type} '${String(site.component.raw.name)}'.`,
					site.path,
				);
			}
		},
	);

const color: Rule = (value, site) => {
	if (typeof value === 'string' && /^#?[0-9A-Fa-f]{6}$/.test(value)) return;
	if (isDynamic(value)) return void checkDynamic(value, site);
	site.flow.issues.value(
		'INVALID_PROPERTY_VALUE_FORMAT',
		"Property 'color' should be in '6-digit hex color' format.",
		site.path,
	);
};

/** `data-source` of ChipsSelector. */
export const chips: Rule = list(
	2,
	() => 20,
	() => ({
		id: { rule: text(200), required: true },
		title: { rule: text(80), required: true },
		enabled: { rule: flag },
		'on-select-action': { rule: action(['update_data']), since: 71 },
		'on-unselect-action': { rule: action(['update_data']), since: 71 },
	}),
	unique,
);

/** `images` of ImageCarousel. */
export const carouselImages: Rule = list(
	1,
	() => 3,
	() => ({
		src: { rule: picture(300), required: true },
		'alt-text': { rule: text(300), required: true },
	}),
);

const tags: Rule = (value, site) => {
	if (!Array.isArray(value)) return wrongType(value, 'array', site);
	if (value.length > 3) {
		site.flow.issues.value(
			'MAX_ITEMS_REQUIRED',
			"Property 'tags' should have at most '3' items.",
			site.path,
		);
	}
	for (const [index, tag] of (value as unknown[]).entries())
		text(15)(tag, { ...site, path: [...site.path, index] });
};

/** `list-items` of NavigationList. */
export const listItems: Rule = list(
	1,
	() => 20,
	() => ({
		id: { rule: text(200), required: true },
		'main-content': {
			required: true,
			rule: object({
				title: { rule: text(30), required: true },
				description: { rule: text(20) },
				metadata: { rule: text(80) },
			}),
		},
		end: {
			rule: object({
				title: { rule: text(10) },
				description: { rule: text(10) },
				metadata: { rule: text(10) },
			}),
		},
		start: {
			rule: object({
				image: { rule: picture(100), required: true },
				'alt-text': { rule: text(300) },
			}),
		},
		badge: { rule: text(15) },
		tags: { rule: tags },
		'on-click-action': { rule: action(['data_exchange', 'navigate']) },
	}),
	(entries, site) => {
		unique(entries, site);
		const { raw } = site.component;
		const own = raw['on-click-action'] !== undefined;
		const inside = entries.filter((entry) => entry['on-click-action'] !== undefined).length;
		if (own ? inside > 0 : inside < entries.length) {
			site.flow.issues.value(
				own ? 'DUPLICATE_PROPETY_FOR_CONDITION' : 'MISSING_REQUIRED_PROPERTY',
				"For the 'NavigationList' component, 'on-click-action' must be defined either at the component or at every item.",
				site.path,
			);
		}
		if (entries.filter(({ badge }) => badge !== undefined).length > 1) {
			site.flow.issues.value(
				'INVALID_PROPERTY_VALUE',
				"Only one item of a NavigationList can have the property 'badge'.",
				site.path,
			);
		}
		if (raw['media-size'] === 'large' && entries.some(({ end }) => end !== undefined)) {
			site.flow.issues.value(
				'INVALID_PROPERTY_NAME_FOR_CONDITION',
				"Cannot set property 'end' when 'media-size' is 'large' for component 'NavigationList'.",
				site.path,
			);
		}
	},
);
