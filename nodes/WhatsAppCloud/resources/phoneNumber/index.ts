import type { Resource } from '../../runtime/operation';
import { add } from './add';
import { changeDisplayName } from './changeDisplayName';
import { deregister } from './deregister';
import { get } from './get';
import { getEncryptionKey } from './getEncryptionKey';
import { getMany } from './getMany';
import { getOfficialAccountStatus } from './getOfficialAccountStatus';
import { getSettings } from './getSettings';
import { register } from './register';
import { requestCode } from './requestCode';
import { requestSync } from './requestSync';
import { setEncryptionKey } from './setEncryptionKey';
import { setPin } from './setPin';
import { setSettings } from './setSettings';
import { verifyCode } from './verifyCode';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	value: 'phoneNumber',
	operations: [
		getMany,
		get,
		add,
		requestCode,
		verifyCode,
		register,
		deregister,
		setPin,
		requestSync,
		changeDisplayName,
		getSettings,
		setSettings,
		getOfficialAccountStatus,
		getEncryptionKey,
		setEncryptionKey,
	],
};
