import { isDynamic, checkDynamic } from './bindings';
import { isRaw, type Raw } from './model';
import { checkPayload } from './payloadRules';
import { wrongType, type PropertySite, type Rule } from './properties';

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
