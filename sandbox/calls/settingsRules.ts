import type { World } from '../world/world';
import { invalid, isFields, oneOf, onlyKeys, STATUS, type Fields } from './fields';
import { checkHours } from './hoursRules';

const VISIBILITY = ['DEFAULT', 'DISABLE_ALL'];
const KEYS = [
	'status',
	'call_icon_visibility',
	'call_icons',
	'call_hours',
	'callback_permission_status',
	'sip',
	'video',
];

/** Checks `calling` of `POST /{number}/settings` (Meta's page "Configure call settings"). */
export function checkCallSettings(world: World, calling: unknown): Fields {
	if (!isFields(calling)) throw invalid('calling must be an object.');
	onlyKeys(calling, KEYS, 'calling');
	oneOf(calling.status, STATUS, 'status');
	oneOf(calling.call_icon_visibility, VISIBILITY, 'call_icon_visibility');
	oneOf(calling.callback_permission_status, STATUS, 'callback_permission_status');
	if (calling.call_icons !== undefined) checkIcons(calling.call_icons);
	if (calling.call_hours !== undefined) checkHours(world, calling.call_hours);
	if (calling.sip !== undefined) checkSip(calling.sip);
	return calling;
}

function checkIcons(icons: unknown): void {
	if (!isFields(icons)) throw invalid('call_icons must be an object.');
	onlyKeys(icons, ['restrict_to_user_countries'], 'call_icons');
	const countries = icons.restrict_to_user_countries;
	if (countries === undefined) return;
	if (Array.isArray(countries) && countries.every((code) => /^[A-Z]{2}$/.test(String(code))))
		return;
	throw invalid('restrict_to_user_countries must be an array of ISO country codes of two letters.');
}

function checkSip(sip: unknown): void {
	if (!isFields(sip)) throw invalid('sip must be an object.');
	onlyKeys(sip, ['status', 'servers'], 'sip');
	oneOf(sip.status, STATUS, 'status');
	const servers = sip.servers ?? [];
	if (!Array.isArray(servers)) throw invalid('servers must be an array.');
	for (const server of servers) {
		if (!isFields(server) || typeof server.hostname !== 'string' || server.hostname === '') {
			throw invalid('Every SIP server needs a hostname.');
		}
	}
	if (sip.status === 'ENABLED' && servers.length === 0) {
		throw invalid('SIP cannot be enabled without a server.');
	}
}
