import type { Resource } from '../../runtime/operation';
import { changeDisplayName } from './changeDisplayName';
import { deregister } from './deregister';
import { get } from './get';
import { getMany } from './getMany';
import { getSettings } from './getSettings';
import { register } from './register';
import { requestCode } from './requestCode';
import { requestSync } from './requestSync';
import { setPin } from './setPin';
import { setSettings } from './setSettings';
import { verifyCode } from './verifyCode';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	value: 'phoneNumber',
	operations: [
		getMany,
		get,
		requestCode,
		verifyCode,
		register,
		deregister,
		setPin,
		requestSync,
		changeDisplayName,
		getSettings,
		setSettings,
	],
};
