const ACCOUNT_ID =
	'Copy it from the app\'s page: App dashboard → WhatsApp → API Setup, "WhatsApp Business Account ID".';
const BASIC = 'App dashboard → App settings → Basic';
const WEBHOOK_FIELDS = 'App dashboard → WhatsApp → Configuration → Webhook fields';
const RECONNECT =
	'Connect it again in the WhatsApp Business app: Settings → Account → Business Platform.';
const LOGIN = 'Open the credential in n8n and click "Reconnect" (n8n 2.x: "Switch account").';
const TRIGGER = 'a workflow with the WhatsApp Cloud API Trigger';
const PUBLISH = `Publish (activate) ${TRIGGER}`;
const IF_HERE = `If messages should arrive here, publish (activate) ${TRIGGER}`;
const BY_ACCOUNT = '"Register For: WhatsApp Business Account"';
const NEWER_VERSION = 'Choose a newer version in the credential.';

/** Everything that the diagnosis can advise. A test carries out each of them. */
const FIXES = {
	/** What the error table or Meta's rejection says. */
	explained: (fix: string) => fix,
	/** The solution in Meta's health status. */
	metaSolution: (solution: string) => solution,
	managerOverview: () => 'See WhatsApp Manager → Overview for the actions that Meta requires.',
	newerVersion: () => NEWER_VERSION,

	newToken: () =>
		'Generate a new one: Business settings → Users → System users → Generate token, and paste it into the credential.',
	systemUserToken: () => 'This is a user token. Use a system user token; it does not expire.',
	renewToken: () =>
		'Enter App ID and App Secret in the credential and turn on "Renew Token Automatically", or generate a token that does not expire.',
	addPermissions: (missing: string) => `Generate a new token and select ${missing}.`,
	loginAgain: () => LOGIN,
	loginBeforeExpiry: () =>
		`${LOGIN} A login configuration with a system user access token that never expires needs no reconnecting.`,
	grantPermissions: (missing: string) =>
		`${LOGIN} Grant ${missing} in Meta's dialog. A login configuration must contain them.`,
	enterKnownAppId: (appId: string) => `Enter ${appId} as App ID.`,
	enterAppId: () => 'Enter the App ID to have it checked.',
	sameApp: () =>
		"Generate the token with the app of the credential, or enter the other app's ID and secret.",
	copyAppSecret: () =>
		`Copy it again: ${BASIC} → App secret → Show. With a wrong app secret, the trigger rejects every incoming message.`,
	appForTrigger: () => `The trigger needs both: ${BASIC}.`,
	appForWebhook: () => `Copy both: ${BASIC}. The trigger requires them too.`,

	copyAccountId: () => ACCOUNT_ID,
	assignAccount: () =>
		`${ACCOUNT_ID} If it is correct, assign the account to the system user: Business settings → System users → Assign assets.`,
	accountReview: () => 'See Meta Business Suite → Business Support Home → Account overview.',
	addPayment: () => 'Add one: WhatsApp Manager → Account settings → Payment settings.',
	checkEverything: () => 'Set Check to "Everything".',

	chooseNumber: () =>
		'Copy the "Phone number ID" from App dashboard → WhatsApp → API Setup, or choose a sender in each node.',
	copyNumberId: () =>
		'Copy the "Phone number ID" from App dashboard → WhatsApp → API Setup. It is not the phone number itself.',
	enterNumberId: (phoneNumberId: string) => `Enter ${phoneNumberId}.`,
	addNumber: () =>
		'The account has no phone number yet. Add one in WhatsApp Manager → Phone numbers.',
	numberOfAccount: (numbers: string) => `The phone numbers of the account are: ${numbers}.`,
	register: () =>
		'Use Phone Number → Register with a six-digit PIN, or add the "Fix" of this operation.',
	reconnect: () => RECONNECT,
	setEncryptionKey: () => 'Run Phone Number → Set Encryption Key for this phone number.',
	numberStatus: () => 'See WhatsApp Manager → Phone numbers for the reason and the fix.',
	lowQuality: () =>
		'Message only customers who opted in, less often, and offer an opt-out. Below low, Meta limits the phone number.',
	mediumQuality: () =>
		'Check which messages customers block or report, especially marketing messages.',
	newDisplayName: () =>
		'Request one that is recognizable as your business (Phone Number → Change Display Name).',
	awaitReview: () => 'Wait for the review, which takes one or two days.',
	testRecipients: () =>
		'Add recipients in App dashboard → WhatsApp → API Setup → To, or add your own phone number.',

	subscribeAccount: () =>
		`${PUBLISH} and this credential, use Webhook → Subscribe Account, or add the "Fix" of this operation.`,
	publishForApp: () => `${PUBLISH}, which subscribes the app.`,
	addMessagesField: () => `Add "messages": ${WEBHOOK_FIELDS}.`,
	publishForMessages: () => `${PUBLISH} for messages, which adds the field.`,
	publish: () => `${PUBLISH}.`,
	publishForNumber: () => `${PUBLISH} and this phone number, if its messages should start one.`,
	endTestRun: () =>
		'The test run never ended. Publish (activate) its workflow again, or use Webhook → Clean Up, which restores what it replaced.',
	stopTestRun: () => 'Stop the test run. The trigger then restores the previous callback URL.',
	takeOverNumber: () =>
		`${IF_HERE} and the option "Take Over Callback" on. The other place then receives nothing.`,
	takeOverAccount: () => `${IF_HERE}, ${BY_ACCOUNT}, and the option "Take Over Callback" on.`,
	registerForAccount: () => `${IF_HERE} and ${BY_ACCOUNT}.`,
	registerForNumber: (url: string) =>
		`${IF_HERE} and "Register For: Phone Number"; ${url} stays registered for other numbers.`,
	addMessagesThenNumber: (url: string) =>
		`First add "messages" under ${WEBHOOK_FIELDS}. Then publish (activate) ${TRIGGER} and "Register For: Phone Number"; ${url} stays registered for other numbers.`,
	replaceUnused: () =>
		'Publish (activate) the workflow that should receive the messages; it replaces this callback.',
	reachOwnAddress: () =>
		'Let n8n call its own public address (hairpin NAT, proxy, list of allowed addresses). Test runs need it to forward events.',
	checkServer: () => 'Check the server that this URL belongs to.',
};

export type FixName = keyof typeof FIXES;

/** What to do about a finding. Only {@link fix} makes one, so that none escapes the tests of the fixes. */
export type Fix = string & { readonly [FIX]: never };
declare const FIX: unique symbol;

/** One of the known fixes in words, with what it names. */
export function fix<Name extends FixName>(
	name: Name,
	...values: Parameters<(typeof FIXES)[Name]>
): Fix {
	const write: (...values: string[]) => string = FIXES[name];
	return write(...values) as Fix;
}

/** The names of all fixes. */
export const FIX_NAMES = Object.keys(FIXES) as FixName[];
