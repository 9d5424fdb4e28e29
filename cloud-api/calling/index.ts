/** Calls without media: settings, permissions, and ending calls. */
export { endCall } from './calls';
export { getCallPermission, type CallPermission } from './permission';
export {
	getCallingSettings,
	setCallingSettings,
	type CallHours,
	type CallingSettings,
	type Holiday,
	type OpeningHours,
	type Weekday,
} from './settings';
