/** What belongs to a business: accounts, numbers, profile, tokens, users and where events go. */
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
export { listBlocked, setBlocked, type BlockOutcome } from './users';
export {
	numbersWithCallback,
	readAccountSubscription,
	readAppSubscription,
	readNumberCallbacks,
	setNumberCallback,
	subscribeApp,
	subscribeToAccount,
	unsubscribeApp,
	type AccountSubscription,
	type AppSubscription,
	type Callback,
	type NumberCallbacks,
} from './subscriptions';
