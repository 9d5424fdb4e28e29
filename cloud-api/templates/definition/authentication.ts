import { characters } from '../../messages/schema';
import {
	buttonsOf,
	componentOf,
	upper,
	type TemplateButton,
	type TemplateComponent,
} from '../template';
import { LIMITS } from './limits';
import type { Problems } from './problems';

const PACKAGE_NAME = /^[a-zA-Z]\w*(\.[a-zA-Z]\w*)+$/;
const SIGNATURE_HASH = /^[a-zA-Z0-9+/=]{11}$/;

/** Checks the components of an authentication template, whose texts Meta writes (Meta: message templates). */
export function checkAuthentication(
	components: readonly TemplateComponent[],
	problems: Problems,
): void {
	for (const type of ['HEADER', 'CAROUSEL', 'LIMITED_TIME_OFFER'])
		problems.when(
			componentOf(components, type) !== undefined,
			type.toLowerCase(),
			`An authentication template has a ${type.toLowerCase().replace(/_/g, ' ')}`,
			'An authentication template has only a fixed text, a footer, and a one-time password button. Remove it, or choose another category.',
		);
	problems.when(
		Boolean(componentOf(components, 'BODY')?.text),
		'body',
		'An authentication template has a body text',
		'Leave the body empty. Meta writes it; you can only add the security recommendation.',
	);
	const footer = componentOf(components, 'FOOTER');
	const minutes = footer?.code_expiration_minutes;
	problems.when(
		Boolean(footer?.text),
		'footer',
		'An authentication template has a footer text',
		'Leave the footer empty, and set the minutes after which the code expires instead.',
	);
	problems.when(
		typeof minutes === 'number' &&
			(!Number.isInteger(minutes) || minutes < 1 || minutes > LIMITS.codeExpirationMinutes),
		'footer',
		`The code expires after ${minutes} minutes`,
		`Choose a whole number from 1 to ${LIMITS.codeExpirationMinutes}.`,
	);
	problems.when(
		!buttonsOf(components).some(({ type }) => upper(type) === 'OTP'),
		'buttons',
		'An authentication template has no one-time password button',
		'Add one with copy code, one-tap, or zero-tap delivery.',
	);
}

/** Checks a one-time password button. */
export function checkOneTimePassword(
	button: TemplateButton,
	field: string,
	problems: Problems,
): void {
	const type = upper(button.otp_type);
	problems.when(
		!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(type),
		`${field}.otp_type`,
		type
			? `The one-time password button has the unknown type ${type}`
			: 'The one-time password button has no code delivery',
		'Choose COPY_CODE, ONE_TAP, or ZERO_TAP.',
	);
	const autofill = button.autofill_text;
	problems.when(
		typeof autofill === 'string' && characters(autofill) > LIMITS.buttonText,
		`${field}.autofill_text`,
		`The autofill label is longer than ${LIMITS.buttonText} characters`,
		'Shorten it, or leave it empty to show "Autofill" in the template language.',
	);
	if (type !== 'ONE_TAP' && type !== 'ZERO_TAP') return;
	checkApps(button, field, problems);
	problems.when(
		type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true,
		`${field}.zero_tap_terms_accepted`,
		'The terms of zero-tap codes are not accepted',
		'Turn on "Accept Zero-Tap Terms". You agree that your app tells people where the code comes from.',
	);
}

function checkApps(button: TemplateButton, field: string, problems: Problems): void {
	const listed = Array.isArray(button.supported_apps) ? (button.supported_apps as unknown[]) : [];
	const apps = (listed.length > 0 ? listed : button.package_name ? [button] : []) as Array<
		Record<string, unknown>
	>;
	problems.when(
		apps.length === 0,
		`${field}.supported_apps`,
		'The one-time password button has no app',
		'One-tap and zero-tap codes go to an Android app. Enter its package name and signature hash.',
	);
	problems.when(
		apps.length > LIMITS.supportedApps,
		`${field}.supported_apps`,
		`The one-time password button has ${apps.length} apps; the limit is ${LIMITS.supportedApps}`,
		'Keep only the apps in use.',
	);
	apps.forEach((app, index) => {
		const name = String(app.package_name ?? '');
		const hash = String(app.signature_hash ?? '');
		problems.when(
			!PACKAGE_NAME.test(name) || name.length > LIMITS.packageName,
			`${field}.supported_apps[${index}].package_name`,
			`"${name}" is not an Android package name`,
			'Enter the application ID from the Play Store, for example com.example.shop.',
		);
		problems.when(
			!SIGNATURE_HASH.test(decode(hash)),
			`${field}.supported_apps[${index}].signature_hash`,
			`"${hash}" is not a signature hash`,
			`Enter the ${LIMITS.signatureHash} characters that Google's sms_retriever_hash script prints, for example K8a/AINcGX7.`,
		);
	});
}

/** Meta's examples have a URL-encoded hash. */
function decode(text: string): string {
	return text.replace(/%2F/gi, '/').replace(/%2B/gi, '+').replace(/%3D/gi, '=');
}
