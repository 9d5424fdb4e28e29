/** Accounts, phone numbers, business profile, QR codes, access tokens, and blocked users. */
export { getBusinessAccount, type BusinessAccount } from './businessAccount';
export {
	getAnalytics,
	type AnalyticsKind,
	type AnalyticsQuestion,
	type Granularity,
} from './analytics';
export { diagnose, type Diagnosis } from './diagnosis/diagnose';
export type { Finding } from './diagnosis/finding';
export type { Subject } from './diagnosis/subject';
export type { Health, Obstacle } from './health';
export { getProfile, updateProfile, type BusinessProfile, type ProfileChanges } from './profile';
export { profilePhoto } from './profilePhoto';
export {
	changeDisplayName,
	deregisterPhoneNumber,
	registerPhoneNumber,
	requestCode,
	setPin,
	verifyCode,
} from './numberRegistration';
export { addPhoneNumber } from './addPhoneNumber';
export { getOfficialAccountStatus, type OfficialAccountStatus } from './officialAccount';
export { getPhoneNumber, listPhoneNumbers, type PhoneNumber } from './phoneNumbers';
export {
	getAutomation,
	getCommerce,
	setAutomation,
	setCommerce,
	type Automation,
	type CommerceSettings,
} from './automation';
export {
	createQrCode,
	deleteQrCode,
	getQrCode,
	listQrCodes,
	updateQrCode,
	type QrCode,
	type QrImageFormat,
} from './qrCodes';
export {
	exchangeCode,
	inspectToken,
	renewToken,
	type AppIdentity,
	type NewToken,
	type TokenFacts,
} from './tokens';
export { isOnBusinessApp, requestSync, type SyncType } from './coexistence';
export { listReachableAccounts, type ReachableAccount } from './reachableAccounts';
export { listBlocked, setBlocked, type BlockOutcome } from './users';
