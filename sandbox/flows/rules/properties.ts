import { checkDynamic, fits, isDynamic, type BindingSite } from './bindings';
import { isRaw, type DataType, type Placed } from './model';

/** A property while it is checked. */
export interface PropertySite extends BindingSite {
	name: string;
	component: Placed;
}

/** Checks the value of a property and reports what is wrong. */
export type Rule = (value: unknown, site: PropertySite) => void;

const lengthOf = (text: string) => [...text].length;

function typeName(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

/** Reports a value of a wrong type. */
export function wrongType(
	value: unknown,
	expected: string,
	{ flow, name, path }: PropertySite,
): void {
	flow.issues.value(
		'INVALID_PROPERTY_TYPE',
		`Expected property '${name}' to be of type '${expected}' but found '${typeName(value)}'.`,
		path,
	);
}

/** Reports a value that is not allowed. */
export function wrongValue(message: string, { flow, path }: PropertySite): void {
	flow.issues.value('INVALID_PROPERTY_VALUE', message, path);
}

/** Checks a binding, and that it has one of these types. Returns whether the value was one. */
function bound(value: unknown, types: DataType[], site: PropertySite): boolean {
	if (!isDynamic(value)) return false;
	const actual = checkDynamic(value, site);
	if (actual && !actual.some((type) => fits(type, types))) {
		site.flow.issues.value(
			'INVALID_SCREEN_DYNAMIC_DATA',
			`Expected '${value}' to be of type '${types.join(', ')}'.`,
			site.path,
		);
	}
	return true;
}

/** A text of up to `most` characters, or a binding. A text of the screen must not be blank. */
export const text =
	(most: number, options: { blank?: boolean; types?: DataType[] } = {}): Rule =>
	(value, site) => {
		if (bound(value, options.types ?? ['string'], site)) return;
		if (typeof value !== 'string') return wrongType(value, 'string', site);
		if (!options.blank && value.trim() === '') {
			site.flow.issues.value(
				'PATTERN_MISMATCH',
				`Property '${site.name}' should not be blank or an empty string.`,
				site.path,
			);
		}
		if (lengthOf(value) > most) {
			wrongValue(`Property '${site.name}' should have at most '${most}' characters.`, site);
		}
	};

/** A text, or a list of texts (markdown). */
export const lines =
	(most: number): Rule =>
	(value, site) => {
		if (!Array.isArray(value)) return text(most, { types: ['string', 'array'] })(value, site);
		if (value.length === 0) {
			return site.flow.issues.value(
				'MIN_ITEMS_REQUIRED',
				`Property '${site.name}' should have at least '1' items.`,
				site.path,
			);
		}
		for (const [index, line] of (value as unknown[]).entries()) {
			const own = { ...site, path: [...site.path, index] };
			if (typeof line !== 'string') wrongType(line, 'string', own);
			else if (isDynamic(line)) {
				wrongValue(
					`Every item of the array in the '${site.name}' property should be a static string. Please remove dynamic binding - ${line} from the item of the array.`,
					own,
				);
			}
		}
		if (value.every((line) => typeof line === 'string') && lengthOf(value.join('\n')) > most) {
			wrongValue(`Property '${site.name}' should have at most '${most}' characters.`, site);
		}
	};

/** `true`, `false`, or a binding. */
export const flag: Rule = (value, site) => {
	if (bound(value, ['boolean'], site) || typeof value === 'boolean') return;
	wrongType(value, 'boolean', site);
};

/** `true` or `false`, without bindings. */
export const staticFlag: Rule = (value, site) => {
	if (typeof value !== 'boolean') wrongType(value, 'boolean', site);
};

/** A whole number in a range, or a binding. With `asText`, also as a text of digits. */
export const whole =
	(least: number, most: number, options: { asText?: boolean; fixed?: boolean } = {}): Rule =>
	(value, site) => {
		const types: DataType[] = options.asText ? ['number', 'string'] : ['number'];
		if (!options.fixed && bound(value, types, site)) return;
		if (options.asText && typeof value === 'string' && !/^\d+$/.test(value)) {
			return site.flow.issues.value(
				'PATTERN_MISMATCH',
				`Property '${site.name}' should be of type 'number' or have dynamic data format of the form \${screen.data.your_value} or \${data.your_value}.`,
				site.path,
			);
		}
		const number = options.asText && typeof value === 'string' ? Number(value) : value;
		if (typeof number !== 'number' || !Number.isInteger(number)) {
			return wrongType(value, 'integer', site);
		}
		if (number < least) {
			site.flow.issues.value(
				'MINIMUM_VALUE_REQUIRED',
				`The minimum value allowed for property '${site.name}' is ${least}.`,
				site.path,
			);
		} else if (number > most) {
			site.flow.issues.value(
				'MAXIMUM_VALUE_REQUIRED',
				`The maximum value allowed for property '${site.name}' is ${most}.`,
				site.path,
			);
		}
	};

/** A number, or a binding. */
export const decimal: Rule = (value, site) => {
	if (bound(value, ['number'], site) || typeof value === 'number') return;
	wrongType(value, 'number', site);
};

/** One of these values; with `dynamic`, or a binding. */
export const oneOf =
	(values: string[], dynamic = false): Rule =>
	(value, site) => {
		if (dynamic && bound(value, ['string'], site)) return;
		if (typeof value === 'string' && values.includes(value)) return;
		site.flow.issues.value(
			'INVALID_ENUM_VALUE',
			`Value should be one of: [${values.join(', ')}].`,
			site.path,
		);
	};

/** A list of these values. */
export const listOf =
	(values: string[]): Rule =>
	(value, site) => {
		if (bound(value, ['array'], site)) return;
		if (!Array.isArray(value)) return wrongType(value, 'array', site);
		for (const [index, entry] of (value as unknown[]).entries()) {
			oneOf(values)(entry, { ...site, path: [...site.path, index] });
		}
	};

/** A list of texts, or a binding. */
export const texts: Rule = (value, site) => {
	if (bound(value, ['array'], site)) return;
	if (!Array.isArray(value)) return wrongType(value, 'array', site);
	for (const [index, entry] of (value as unknown[]).entries()) {
		text(4096)(entry, { ...site, path: [...site.path, index] });
	}
};

/** Either a plain value or `{ "start-date", "end-date" }` in the mode `range`. */
export const perDate =
	(rule: Rule): Rule =>
	(value, site) => {
		if (!isRaw(value)) {
			if (isDynamic(value) && site.component.raw.mode === 'range') {
				return void bound(value, ['object', 'string', 'boolean'], site);
			}
			return rule(value, site);
		}
		if (site.component.raw.mode !== 'range') return wrongType(value, 'string', site);
		for (const [key, entry] of Object.entries(value)) {
			const own = { ...site, path: [...site.path, key] };
			if (key !== 'start-date' && key !== 'end-date') {
				site.flow.issues.key(
					'UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP',
					`The property '${site.name}' of component '${site.component.type}' only expects properties 'start-date' and 'end-date' when the mode is set to 'range'.`,
					own.path,
				);
			} else rule(entry, own);
		}
	};

/** `YYYY-MM-DD`, or a binding. */
export const date: Rule = (value, site) => {
	if (bound(value, ['string'], site)) return;
	if (typeof value === 'string' && isDate(value)) return;
	site.flow.issues.value(
		'INVALID_PROPERTY_VALUE_FORMAT',
		'The date field must be in the format "YYYY-MM-DD".',
		site.path,
	);
};

/** A list of dates, or a binding. */
export const dates: Rule = (value, site) => {
	if (bound(value, ['array'], site)) return;
	if (!Array.isArray(value)) return wrongType(value, 'array', site);
	for (const [index, entry] of (value as unknown[]).entries()) {
		date(entry, { ...site, path: [...site.path, index] });
	}
};

/** Whether a text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const time = Date.parse(`${value}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A picture as base64 of up to `mostKb` kilobytes, with or without a `data:` prefix, or a binding. */
export const picture =
	(mostKb: number): Rule =>
	(value, site) => {
		if (bound(value, ['string'], site)) return;
		if (typeof value !== 'string') return wrongType(value, 'string', site);
		const bare = value.replace(/^data:image\/[\w.+-]+;base64,/, '');
		if (bare === '' || bare.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) {
			return wrongValue('Image source is not in a valid base64 format.', site);
		}
		if ((bare.length * 3) / 4 > mostKb * 1024) {
			wrongValue(`The image in '${site.name}' should have at most '${mostKb}' KB.`, site);
		}
	};

/** A value that only has to be one that `${…}` can have. */
export const anything: Rule = (value, site) => {
	if (isDynamic(value)) checkDynamic(value, site);
};
