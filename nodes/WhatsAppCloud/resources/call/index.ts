import type { Resource } from '../../runtime/operation';
import { getPermission } from './getPermission';
import { getSettings } from './getSettings';
import { reject } from './reject';
import { setSettings } from './setSettings';
import { terminate } from './terminate';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	operations: [reject, terminate, getPermission, getSettings, setSettings],
};
