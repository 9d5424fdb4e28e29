import { isDynamic, checkDynamic, fits } from './bindings';
import { isRaw, type DataType, type Placed, type Raw, type ScreenModel } from './model';
import type { Path } from './positions';
import { wrongType, wrongValue, type PropertySite } from './properties';

/** Checks the payload of an action: bindings, types, the next screen's data, files. */
export function checkPayload(value: Raw, site: PropertySite): void {
	const { flow, screen } = site;
	const path = [...site.path, 'payload'];
	const { payload } = value;
	const target =
		value.name === 'navigate' && isRaw(value.next)
			? flow.screens.find(({ id }) => id === (value.next as Raw).name && id !== screen.id)
			: undefined;
	if (payload === undefined) {
		if (value.name === 'navigate' && !target?.data.size) return;
		flow.issues.value(
			value.name === 'navigate' ? 'MISSING_NAVIGATION_ACTION_PAYLOAD' : 'MISSING_REQUIRED_PROPERTY',
			value.name === 'navigate'
				? "Property 'payload' is required when the next screen's data model is not empty."
				: "Required property 'payload' is missing.",
			site.path,
		);
		return;
	}
	if (!isRaw(payload)) return wrongType(payload, 'object', { ...site, name: 'payload', path });
	for (const [key, entry] of Object.entries(payload)) {
		const types = checkEntry(entry, { ...site, name: key, path: [...path, key], payload: true });
		checkMedia(entry, String(value.name), { ...site, name: key, path: [...path, key] }, true);
		if (target) checkAgainst(target, key, entry, types, { ...site, path: [...path, key] });
		if (value.name === 'update_data') checkUpdate(key, types, { ...site, path: [...path, key] });
	}
	if (target) checkFields(target, payload, path, site);
	if (value.name === 'complete') checkAttachments(payload, { ...site, name: 'payload', path });
}

/** An answer message carries up to 10 files of 100 MiB together, of one picker. */
function checkAttachments(payload: Raw, site: PropertySite): void {
	const pickers = Object.values(payload).flatMap((entry) =>
		typeof entry === 'string' ? pickersIn(entry, site) : [],
	);
	if (pickers.length > 1) {
		site.flow.issues.value(
			'INVALID_ON_CLICK_ACTION_PAYLOAD',
			'Complete action payload can contain either a single PhotoPicker or a single DocumentPicker component.',
			site.path,
		);
	}
	for (const { type, raw } of pickers) {
		const most = raw[type === 'PhotoPicker' ? 'max-uploaded-photos' : 'max-uploaded-documents'];
		const count = typeof most === 'number' ? most : 30;
		const size = typeof raw['max-file-size-kb'] === 'number' ? raw['max-file-size-kb'] : 25_600;
		if (count > 10) {
			site.flow.issues.value(
				'INVALID_ON_CLICK_ACTION_PAYLOAD',
				"The aggregated maximum uploaded files of the PhotoPicker and DocumentPicker components cannot exceed 10 when using in the complete action payload. If 'max-uploaded-photos' or 'max-uploaded-documents' property is not set, the default uploaded files count is 30.",
				site.path,
			);
		} else if (count * size > 102_400) {
			site.flow.issues.value(
				'INVALID_ON_CLICK_ACTION_PAYLOAD',
				"The aggregated size of maximum uploaded files of the PhotoPicker and DocumentPicker components cannot exceed 102400 KB when using in the complete action payload. If 'max-file-size-kb' property is not set, the default file size is 25600 KB.",
				site.path,
			);
		}
	}
}

/** Checks the bindings in a value of a payload and returns the value's types. */
function checkEntry(entry: unknown, site: PropertySite): DataType[] | undefined {
	if (isDynamic(entry)) return checkDynamic(entry, site);
	if (Array.isArray(entry)) {
		for (const [index, one] of (entry as unknown[]).entries()) {
			checkEntry(one, { ...site, path: [...site.path, index] });
		}
		return ['array'];
	}
	if (isRaw(entry)) {
		for (const [key, one] of Object.entries(entry)) {
			checkEntry(one, { ...site, path: [...site.path, key] });
		}
		return ['object'];
	}
	if (entry === null) {
		wrongValue(`Invalid value found for property '${site.name}'.`, site);
		return undefined;
	}
	return [typeof entry as DataType];
}

function checkAgainst(
	target: ScreenModel,
	key: string,
	entry: unknown,
	types: DataType[] | undefined,
	{ flow, path, screen }: PropertySite,
): void {
	const expected = target.data.get(key)?.type;
	if (!types || !expected || types.some((type) => fits(type, [expected]))) return;
	flow.issues.value(
		'INVALID_NAVIGATE_ACTION_PAYLOAD',
		isDynamic(entry)
			? `Schema of dynamic data '${entry}' is not matching schema of data model field '${key}' on screen '${target.id}'. Property is expecting '${expected}' but got '${types[0]}'.`
			: `Schema of payload data at '${key}' on screen '${screen.id}' is not matching with schema of data model field on screen '${target.id}'. Property is expecting '${expected}' but got ${types[0]}.`,
		path,
	);
}

function checkFields(target: ScreenModel, payload: Raw, path: Path, { flow }: PropertySite): void {
	const missing = [...target.data.keys()].filter((name) => !(name in payload));
	if (missing.length > 0) {
		flow.issues.value(
			'INVALID_NAVIGATE_ACTION_PAYLOAD',
			`Following fields are expected in the next screen's data model but missing in payload: [${missing.join(', ')}].`,
			path,
		);
	}
	const extra = Object.keys(payload).filter((name) => !target.data.has(name));
	if (extra.length === 0 || flow.endpoint) return;
	flow.issues.value(
		'INVALID_NAVIGATE_ACTION_PAYLOAD',
		target.raw.data === undefined
			? `No data model is defined in the next screen '${target.id}'.`
			: `Following fields are missing in the next screen's data model: [${extra.join(', ')}].`,
		path,
	);
}

function checkUpdate(key: string, types: DataType[] | undefined, site: PropertySite): void {
	const model = site.screen.data.get(key);
	if (!model) {
		site.flow.issues.value(
			'INVALID_UPDATE_DATA_ACTION_PAYLOAD',
			`Following fields are missing in the screen '${site.screen.id}' data model: [${key}].`,
			site.path,
		);
	} else if (types && model.type && !types.some((type) => fits(type, [model.type as DataType]))) {
		site.flow.issues.value(
			'INVALID_UPDATE_DATA_ACTION_PAYLOAD',
			`Property '${key}' is expecting '${model.type}' but got '${types[0]}'.`,
			site.path,
		);
	}
}

/** Files can only stand at the top of the payload of `complete` and `data_exchange`. */
function checkMedia(entry: unknown, name: string, site: PropertySite, top: boolean): void {
	if (Array.isArray(entry) || isRaw(entry)) {
		for (const one of Object.values(entry)) checkMedia(one, name, site, false);
		return;
	}
	if (typeof entry !== 'string') return;
	for (const { type } of pickersIn(entry, site)) {
		if (name === 'navigate') {
			site.flow.issues.value(
				'INVALID_ON_CLICK_ACTION_PAYLOAD',
				`The ${type} component's value is not allowed in the payload of the navigate action.`,
				site.path,
			);
		} else if (!top) {
			site.flow.issues.value(
				'INVALID_ON_CLICK_ACTION_PAYLOAD',
				`The ${type} can only be used as the value of a top-level string property in the action payload.`,
				site.path,
			);
		}
	}
}

function pickersIn(text: string, { flow, screen }: PropertySite): Placed[] {
	return [...text.matchAll(/\$\{(?:screen\.([A-Za-z_]+)\.)?form\.([\w-]+)\}/g)].flatMap(
		([, id, name]) => {
			const owner = id ? flow.screens.find((one) => one.id === id) : screen;
			const input = owner?.inputs.get(name);
			return input && /^(Photo|Document)Picker$/.test(input.type) ? [input] : [];
		},
	);
}
