import type { FixName } from '../../../../cloud-api/accounts/diagnosis/fixes';
import { activated } from '../../trigger/support';
import { output } from '../support';
import { enter, enterToken, type Bench, type Case } from './case';

const DAY = 86_400_000;
const ACCOUNT_CHECK = 'WhatsApp Business Account ID';
const NUMBER = '+1 555-010-0100';
const inThreeDays = () => Date.now() + 3 * DAY;

const seed = ({ stage }: Bench) => stage.sandbox.seed;
const restore = async (bench: Bench) => await enter(bench, {});
const change = async (bench: Bench, to: object) =>
	await bench.stage.control.changeNumber(seed(bench).phoneNumberId, to);
const changeAccount = async (bench: Bench, to: object) =>
	await bench.stage.control.changeAccount(seed(bench).businessAccountId, to);

async function secondNumber({ stage }: Bench): Promise<string> {
	const { id } = await stage.control.addNumber({ displayPhoneNumber: '+1 555-010-0177' });
	return id;
}

type SetupFix = Extract<
	FixName,
	| 'explained'
	| 'metaSolution'
	| 'managerOverview'
	| 'newerVersion'
	| 'newToken'
	| 'systemUserToken'
	| 'renewToken'
	| 'addPermissions'
	| 'enterKnownAppId'
	| 'enterAppId'
	| 'sameApp'
	| 'copyAppSecret'
	| 'appForTrigger'
	| 'appForWebhook'
	| 'copyAccountId'
	| 'assignAccount'
	| 'accountReview'
	| 'addPayment'
	| 'checkEverything'
	| 'chooseNumber'
	| 'copyNumberId'
	| 'enterNumberId'
	| 'addNumber'
	| 'numberOfAccount'
	| 'register'
	| 'reconnect'
	| 'setEncryptionKey'
	| 'numberStatus'
	| 'lowQuality'
	| 'mediumQuality'
	| 'newDisplayName'
	| 'awaitReview'
	| 'testRecipients'
>;

/** Fixes of the token, the app, the account, and the number. */
export const SETUP_CASES: Record<SetupFix, Case[]> = {
	explained: [
		{
			what: 'the token has expired',
			breakIt: async (bench) => {
				const { token } = await bench.stage.control.addToken({});
				await bench.stage.control.invalidateToken(token, 463);
				await enter(bench, { accessToken: token });
			},
			check: 'Access token',
			fix: /system user/,
			mend: restore,
		},
		{
			what: 'App ID and App Secret are those of another app',
			breakIt: async (bench) => {
				const other = await bench.stage.control.addApp({ name: 'Another' });
				await enter(bench, { appId: other.id, appSecret: other.secret });
			},
			check: 'Access token',
			fix: /enter the ID and secret of the app that the token was made for/,
			mend: restore,
		},
		{
			what: 'Meta rejects the list of phone numbers because of too many requests',
			breakIt: async (bench) =>
				await bench.stage.control.addFault({ path: '*/phone_numbers', error: { code: 80008 } }),
			check: 'Phone numbers',
			fix: /^Wait/,
			mend: async ({ stage }) => await stage.control.clearFaults(),
		},
	],
	metaSolution: [
		{
			what: 'the business is not verified',
			breakIt: async (bench) => await changeAccount(bench, { verification: 'not_verified' }),
			check: 'Account health',
			fix: /^Visit business settings and start or resolve the business verification/,
			mend: async (bench) => await changeAccount(bench, { verification: 'verified' }),
		},
	],
	managerOverview: [
		{
			what: 'Meta names an obstacle without a solution',
			breakIt: async (bench) => await change(bench, { nameStatus: 'DECLINED' }),
			check: 'Number health',
			fix: /^See WhatsApp Manager → Overview/,
			mend: async (bench) => await change(bench, { nameStatus: 'APPROVED' }),
		},
	],
	newerVersion: [
		{
			what: 'the Graph API version has ended',
			breakIt: async (bench) => await enter(bench, { graphVersion: 'v20.0' }),
			check: 'Graph API version',
			fix: /^Choose a newer version in the credential\.$/,
			mend: async (bench) => await enter(bench, { graphVersion: 'v25.0' }),
		},
	],
	newToken: [
		{
			what: 'the credential has no token',
			breakIt: async (bench) => await enter(bench, { accessToken: '' }),
			check: 'Access token',
			fix: /^Generate a new one: Business settings .* paste it into the credential\.$/,
			mend: async (bench) => await enterToken(bench, {}),
		},
	],
	systemUserToken: [
		{
			what: 'a user token expires',
			breakIt: async (bench) =>
				await enterToken(
					bench,
					{ type: 'USER', expiresAt: inThreeDays() },
					{ renewAutomatically: false },
				),
			check: 'Token expiry',
			fix: /^This is a user token\. Use a system user token/,
			mend: async (bench) =>
				await enterToken(bench, { type: 'SYSTEM_USER' }, { renewAutomatically: false }),
		},
	],
	renewToken: [
		{
			what: 'a system user token expires, and "Renew Token Automatically" is turned on',
			breakIt: async (bench) =>
				await enterToken(bench, { expiresAt: inThreeDays() }, { renewAutomatically: false }),
			check: 'Token expiry',
			fix: /turn on "Renew Token Automatically"/,
			mend: async (bench) => {
				const { accessToken } = await bench.stage.engine.credentials.get('whatsAppCloudApi');
				await enter(bench, { accessToken, renewAutomatically: true });
			},
		},
		{
			what: 'a system user token expires, and one is generated that does not',
			breakIt: async (bench) =>
				await enterToken(bench, { expiresAt: inThreeDays() }, { renewAutomatically: false }),
			check: 'Token expiry',
			fix: /or generate a token that does not expire\.$/,
			mend: async (bench) =>
				await enterToken(bench, { expiresAt: 0 }, { renewAutomatically: false }),
		},
	],
	addPermissions: [
		{
			what: 'a permission is missing',
			breakIt: async (bench) =>
				await enterToken(bench, {
					scopes: ['whatsapp_business_management', 'business_management'],
				}),
			check: 'Permissions',
			fix: /^Generate a new token and select whatsapp_business_messaging\.$/,
			mend: async (bench, fix) =>
				await enterToken(bench, {
					scopes: [
						'whatsapp_business_management',
						'business_management',
						...(fix.match(/whatsapp_\w+/g) ?? []),
					],
				}),
		},
	],
	enterKnownAppId: [
		{
			what: 'the credential has no App ID, and the token tells it',
			breakIt: async (bench) => await enter(bench, { appId: '' }),
			check: 'App ID',
			fix: /^Enter \d+ as App ID\.$/,
			mend: async (bench, fix) => await enter(bench, { appId: /\d+/.exec(fix)?.[0] }),
		},
	],
	enterAppId: [
		{
			what: 'the credential has no App ID, and Meta does not tell it',
			breakIt: async (bench) => {
				await enter(bench, { appId: '' });
				const data = {
					is_valid: true,
					scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
				};
				await bench.stage.control.addFault({ path: '/debug_token', answer: { data }, times: 2 });
			},
			check: 'App ID',
			fix: /^Enter the App ID to have it checked\.$/,
			mend: restore,
		},
	],
	sameApp: [
		{
			what: 'the token belongs to another app, whose ID and secret are entered',
			breakIt: async (bench) => {
				const other = await bench.stage.control.addApp({ name: 'Another' });
				await enter(bench, { appId: other.id, appSecret: '' });
			},
			check: 'App ID',
			fix: /or enter the other app's ID and secret\.$/,
			mend: restore,
		},
		{
			what: 'the token belongs to another app, and one is generated with the app of the credential',
			isUnpublished: true,
			breakIt: async (bench) => {
				const other = await bench.stage.control.addApp({ name: 'Another', secret: 'a'.repeat(32) });
				await enter(bench, { appId: other.id, appSecret: '' });
			},
			check: 'App ID',
			fix: /^Generate the token with the app of the credential/,
			mend: async (bench) => {
				const { appId } = await bench.stage.engine.credentials.get('whatsAppCloudApi');
				const app = { appId, appSecret: 'a'.repeat(32) };
				await enterToken(bench, { appId: String(appId) }, app);
				await activated(bench.stage);
			},
		},
	],
	copyAppSecret: [
		{
			what: 'the app secret is wrong',
			breakIt: async (bench) => await enter(bench, { appSecret: 'f'.repeat(32) }),
			check: 'App secret',
			fix: /^Copy it again: App dashboard → App settings → Basic → App secret → Show/,
			mend: restore,
		},
	],
	appForTrigger: [
		{
			what: 'the credential has no App Secret',
			breakIt: async (bench) => await enter(bench, { appSecret: '' }),
			check: 'App secret',
			fix: /^The trigger needs both: App dashboard → App settings → Basic\.$/,
			mend: restore,
		},
	],
	appForWebhook: [
		{
			what: 'the webhook of the app cannot be read without its ID and secret',
			breakIt: async (bench) => await enter(bench, { appId: '', appSecret: '' }),
			check: 'App webhook',
			fix: /^Copy both: App dashboard → App settings → Basic\. The trigger requires them/,
			mend: restore,
		},
	],
	copyAccountId: (
		[
			['text instead of the account ID', () => 'Lucky Shrub'],
			['the portfolio ID instead of the account ID', ({ businessId }) => businessId],
			['the default phone number ID instead of the account ID', (own) => own.phoneNumberId],
		] satisfies Array<[string, (own: ReturnType<typeof seed>) => string]>
	).map(
		([what, value]): Case => ({
			what,
			breakIt: async (bench) => await enter(bench, { businessAccountId: value(seed(bench)) }),
			check: ACCOUNT_CHECK,
			fix: /^Copy it from the app's page: .*"WhatsApp Business Account ID"\.$/,
			mend: restore,
		}),
	),
	assignAccount: [
		{
			what: 'the token has no access to the account',
			breakIt: async (bench) => {
				const other = await bench.stage.control.addAccount({ name: 'Another' });
				await enterToken(bench, { businessAccountIds: [other.id] });
			},
			check: ACCOUNT_CHECK,
			fix: /If it is correct, assign the account to the system user: Business settings/,
			mend: async (bench) =>
				await enterToken(bench, { businessAccountIds: [seed(bench).businessAccountId] }),
		},
	],
	accountReview: [
		{
			what: 'the account waits for its review',
			breakIt: async (bench) => await changeAccount(bench, { reviewStatus: 'PENDING' }),
			check: 'Account review',
			fix: /Business Support Home → Account overview\.$/,
			mend: async (bench) => await changeAccount(bench, { reviewStatus: 'APPROVED' }),
		},
	],
	addPayment: [
		{
			what: 'no payment method is attached',
			breakIt: async (bench) => await changeAccount(bench, { paymentMethod: false }),
			check: 'Payment method',
			fix: /^Add one: WhatsApp Manager → Account settings → Payment settings\.$/,
			mend: async (bench) => await changeAccount(bench, { paymentMethod: true }),
		},
	],
	checkEverything: [
		{
			what: 'one phone number was checked',
			breakIt: async () => {},
			parameters: { check: 'one' },
			check: 'Account',
			about: NUMBER,
			fix: /^Set Check to "Everything"\.$/,
			mend: async () => {},
		},
	],
	chooseNumber: [
		{
			what: 'the credential has no default number, and one is entered',
			breakIt: async (bench) => await enter(bench, { phoneNumberId: '' }),
			check: 'Phone number ID',
			fix: /^Copy the "Phone number ID" from .* API Setup, or choose/,
			mend: restore,
		},
		{
			what: 'the credential has no default number, and the nodes choose a sender',
			breakIt: async (bench) => await enter(bench, { phoneNumberId: '' }),
			check: 'Phone number ID',
			fix: /or choose a sender in each node\.$/,
			mend: async (bench) => {
				const sender = { __rl: true, mode: 'id', value: seed(bench).phoneNumberId };
				const parameters = { sender, recipient: '15550100201', text: 'Hello' };
				await output(bench.stage, 'message', 'sendText', parameters);
			},
			leaves: /Not checked: .*Phone number ID/,
		},
	],
	copyNumberId: [
		{
			what: 'the phone number as people write it instead of its ID',
			breakIt: async (bench) => await enter(bench, { phoneNumberId: NUMBER }),
			check: 'Phone number ID',
			fix: /It is not the phone number itself\.$/,
			mend: restore,
		},
	],
	enterNumberId: [
		{
			what: 'the digits of the phone number instead of its ID',
			breakIt: async (bench) => await enter(bench, { phoneNumberId: NUMBER.replace(/\D/g, '') }),
			check: 'Phone number ID',
			fix: /^Enter \d+\.$/,
			mend: async (bench, fix) => await enter(bench, { phoneNumberId: /\d+/.exec(fix)?.[0] }),
		},
	],
	addNumber: [
		{
			what: 'the account has no phone number',
			breakIt: async (bench) => {
				const empty = await bench.stage.control.addAccount({ name: 'Empty' });
				await enter(bench, { businessAccountId: empty.id });
			},
			isUnpublished: true,
			check: 'Phone number ID',
			fix: /^The account has no phone number yet\. Add one in WhatsApp Manager/,
			mend: async (bench) => {
				const { businessAccountId } = await bench.stage.engine.credentials.get('whatsAppCloudApi');
				const { id } = await bench.stage.control.addNumber({
					businessAccountId: String(businessAccountId),
					displayPhoneNumber: '+1 555-010-0178',
				});
				await enter(bench, { businessAccountId, phoneNumberId: id });
				await activated(bench.stage);
			},
			mendedAbout: '+1 555-010-0178',
		},
	],
	numberOfAccount: [
		{
			what: 'the default number belongs to another account',
			breakIt: async (bench) => {
				const other = await bench.stage.control.addAccount({ name: 'Another' });
				const { id } = await bench.stage.control.addNumber({
					businessAccountId: other.id,
					displayPhoneNumber: '+1 555-010-0199',
				});
				await enter(bench, { phoneNumberId: id });
			},
			check: 'Phone number ID',
			fix: /^The phone numbers of the account are: \d+ \(\+1 555-010-0100\)/,
			mend: async (bench, fix) => await enter(bench, { phoneNumberId: /\d+/.exec(fix)?.[0] }),
		},
	],
	register: [
		{
			what: 'the number is not registered, and Phone Number → Register is used',
			breakIt: async (bench) => await change(bench, { registered: false }),
			check: 'Registration',
			about: NUMBER,
			fix: /^Use Phone Number → Register with a six-digit PIN/,
			mend: async ({ stage }) => await output(stage, 'phoneNumber', 'register', { pin: '123456' }),
		},
		{
			what: 'the number is not registered, and the "Fix" is added',
			breakIt: async (bench) => await change(bench, { registered: false }),
			check: 'Registration',
			about: NUMBER,
			fix: /PIN, or add the "Fix" of this operation\.$/,
			mend: async ({ stage }) =>
				await output(stage, 'account', 'diagnose', { fix: { registerPin: '123456' } }),
		},
	],
	setEncryptionKey: [
		{
			what: 'the number was registered again after the key was uploaded',
			breakIt: async ({ stage }) => {
				await output(stage, 'phoneNumber', 'setEncryptionKey', {});
				await output(stage, 'phoneNumber', 'deregister', {});
				await output(stage, 'phoneNumber', 'register', { pin: '123456' });
			},
			check: 'Encryption key',
			about: NUMBER,
			fix: /^Run Phone Number → Set Encryption Key/,
			mend: async ({ stage }) => await output(stage, 'phoneNumber', 'setEncryptionKey', {}),
		},
		{
			what: 'the key of the number is of another credential',
			breakIt: async (bench) => {
				await output(bench.stage, 'phoneNumber', 'setEncryptionKey', {});
				await enter(bench, { flowPrivateKey: '' });
			},
			check: 'Encryption key',
			about: NUMBER,
			fix: /^Run Phone Number → Set Encryption Key/,
			mend: async ({ stage }) => await output(stage, 'phoneNumber', 'setEncryptionKey', {}),
		},
	],
	reconnect: [
		{
			what: 'a number of coexistence is not registered any more',
			breakIt: async (bench) => await change(bench, { isOnBizApp: true, registered: false }),
			check: 'Registration',
			about: NUMBER,
			fix: /^Connect it again in the WhatsApp Business app: Settings → Account/,
			mend: async (bench) => await change(bench, { registered: true }),
		},
		{
			what: 'a number of coexistence was disconnected',
			breakIt: async (bench) => await change(bench, { isOnBizApp: true, status: 'DISCONNECTED' }),
			check: 'Coexistence',
			about: NUMBER,
			fix: /^Connect it again in the WhatsApp Business app: Settings → Account/,
			mend: async (bench) => await change(bench, { status: 'CONNECTED' }),
		},
	],
	numberStatus: [
		{
			what: 'the number is restricted',
			breakIt: async (bench) => await change(bench, { status: 'RESTRICTED' }),
			check: 'Number status',
			about: NUMBER,
			fix: /^See WhatsApp Manager → Phone numbers for the reason/,
			mend: async (bench) => await change(bench, { status: 'CONNECTED' }),
		},
	],
	lowQuality: [
		{
			what: 'the quality rating is low',
			breakIt: async (bench) => await change(bench, { quality: 'RED' }),
			check: 'Quality rating',
			about: NUMBER,
			fix: /opt-out/,
			mend: async (bench) => await change(bench, { quality: 'GREEN' }),
		},
	],
	mediumQuality: [
		{
			what: 'the quality rating is medium',
			breakIt: async (bench) => await change(bench, { quality: 'YELLOW' }),
			check: 'Quality rating',
			about: NUMBER,
			fix: /^Check which messages customers block or report/,
			mend: async (bench) => await change(bench, { quality: 'GREEN' }),
		},
	],
	newDisplayName: [
		{
			what: 'the display name was rejected',
			breakIt: async (bench) => await change(bench, { nameStatus: 'DECLINED' }),
			check: 'Display name',
			about: NUMBER,
			fix: /Phone Number → Change Display Name/,
			mend: async (bench) => {
				const parameters = { displayName: 'Lucky Shrub Bakery' };
				await output(bench.stage, 'phoneNumber', 'changeDisplayName', parameters);
				await change(bench, { nameStatus: 'APPROVED' });
			},
		},
	],
	awaitReview: [
		{
			what: 'the display name is in review',
			breakIt: async (bench) => await change(bench, { nameStatus: 'PENDING_REVIEW' }),
			check: 'Display name',
			about: NUMBER,
			fix: /^Wait for the review/,
			mend: async (bench) => await change(bench, { nameStatus: 'APPROVED' }),
		},
	],
	testRecipients: [
		{
			what: "the number is Meta's test number, and an own number is added",
			breakIt: async (bench) => await change(bench, { accountMode: 'SANDBOX' }),
			check: 'Test number',
			about: NUMBER,
			fix: /^Add recipients .* or add your own phone number\.$/,
			mend: async (bench) => {
				await enter(bench, { phoneNumberId: await secondNumber(bench) });
				await activated(bench.stage, {}, 'own-number');
			},
			mendedAbout: '+1 555-010-0177',
			leaves: /Test number \(\+1 555-010-0100\)/,
		},
	],
};
