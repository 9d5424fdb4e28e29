import { isDynamic, checkDynamic, fits } from './bindings';
import { isRaw, type DataType, type Placed, type Raw, type ScreenModel } from './model';
import type { Path } from './positions';
import { wrongType, wrongValue, type PropertySite, type Rule } from './properties';

/** An action with one of these names; `update_data` and `open_url` require Flow JSON 6.0. */
export const action =
	(names: string[], since: Record<string, number> = {}): Rule =>
	(value, site) => {
		if (!isRaw(value)) return wrongType(value, 'object', site);
		const { flow, path } = site;
		const gates: Record<string, number> = { update_data: 60, open_url: 60, ...since };
		const allowed = names.filter((name) => flow.version >= (gates[name] ?? 0));
		if (typeof value.name !== 'string' || !allowed.includes(value.name)) {
			return flow.issues.value(
				'INVALID_ENUM_VALUE',
				`Value should be one of: [${allowed.join(', ')}].`,
				value.name === undefined ? path : [...path, 'name'],
			);
		}
		checkKeys(value, KEYS[value.name], site);
		if (value.name === 'open_url') return checkUrl(value, site);
		if (value.name === 'navigate') checkNext(value, site);
		if (value.name === 'complete' && !site.screen.terminal) {
			flow.issues.value(
				'INVALID_COMPLETE_ACTION',
				"On-click-action 'complete' can only be configured on a terminal screen.",
				[...path, 'name'],
			);
		}
		if (value.name === 'data_exchange' && !flow.endpoint) {
			flow.issues.value(
				'MISSING_REQUIRED_PROPERTY',
				"The property 'data_api_version' is required for data_exchange action.",
				[...path, 'name'],
			);
		}
		checkPayload(value, site);
	};

const KEYS: Record<string, string[]> = {
	navigate: ['name', 'next', 'payload'],
	complete: ['name', 'payload'],
	data_exchange: ['name', 'payload'],
	update_data: ['name', 'payload'],
	open_url: ['name', 'url'],
};

function checkKeys(value: Raw, keys: string[], { flow, path }: PropertySite): void {
	for (const key of Object.keys(value)) {
		if (keys.includes(key)) continue;
		flow.issues.key('INVALID_PROPERTY_KEY', `Property '${key}' is not allowed.`, [...path, key]);
	}
}

function checkUrl({ url }: Raw, site: PropertySite): void {
	const own = { ...site, name: 'url', path: [...site.path, 'url'] };
	if (url === undefined) {
		site.flow.issues.value(
			'MISSING_REQUIRED_PROPERTY',
			"Required property 'url' is missing.",
			site.path,
		);
	} else if (typeof url !== 'string') wrongType(url, 'string', own);
	else if (isDynamic(url)) checkDynamic(url, own);
	else if (!/^https?:\/\/\S+$/.test(url)) {
		site.flow.issues.value(
			'INVALID_PROPERTY_VALUE_FORMAT',
			"Property 'url' should be in 'uri' format.",
			own.path,
		);
	}
}

function checkNext(value: Raw, { flow, path, screen }: PropertySite): void {
	const at = [...path, 'next'];
	const next = value.next;
	if (!isRaw(next) || next.type !== 'screen' || typeof next.name !== 'string') {
		flow.issues.value(
			next === undefined ? 'MISSING_REQUIRED_PROPERTY' : 'INVALID_PROPERTY_VALUE',
			next === undefined
				? "Required property 'next' is missing."
				: 'Invalid value found for property \'next\'. Expected { "type": "screen", "name": "<screen id>" }.',
			next === undefined ? path : at,
		);
		return;
	}
	const { name } = next;
	if (name === screen.id) {
		flow.issues.value(
			'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
			`Same screen navigation is not allowed. Loop detected at [${name}].`,
			[...at, 'name'],
		);
	} else if (!flow.screens.some(({ id }) => id === name)) {
		flow.issues.value(
			'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
			`Unknown screen ids found: [${name}].`,
			[...at, 'name'],
		);
	}
}

function checkPayload(value: Raw, site: PropertySite): void {
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
