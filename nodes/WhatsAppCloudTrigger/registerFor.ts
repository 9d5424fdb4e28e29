import { appLevelOnly } from './eventChoices';
import type { EventChoice } from './eventTable';

/** Values of the parameter "Register For". */
export type RegisterFor = 'automatic' | 'phoneNumber' | 'businessAccount' | 'app' | 'manual';

/** Where a callback is registered. */
export type Target = Exclude<RegisterFor, 'automatic'>;

/** *Automatic* is the whole app where a chosen event needs it, else the phone number. */
export function resolveTarget(registerFor: RegisterFor, choices: readonly EventChoice[]): Target {
	if (registerFor !== 'automatic') return registerFor;
	return appLevelOnly(choices).length > 0 ? 'app' : 'phoneNumber';
}
