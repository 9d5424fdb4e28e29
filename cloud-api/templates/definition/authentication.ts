import { characters } from '../../messages/schema';
import {
	buttonsOf,
	componentOf,
	kind,
	type TemplateButton,
	type TemplateComponent,
} from '../template';
import { LIMITS } from './limits';
import type { Refusals } from './refusals';

const PACKAGE_NAME = /^[a-zA-Z]\w*(\.[a-zA-Z]\w*)+$/;
const SIGNATURE_HASH = /^[a-zA-Z0-9+/=]{11}$/;

/** What Meta refuses in an authentication template, whose texts are Meta's own (Meta: message templates). */
export function checkAuthentication(
	components: readonly TemplateComponent[],
	refusals: Refusals,
): void {
	for (const type of ['HEADER', 'CAROUSEL', 'LIMITED_TIME_OFFER'])
		refusals.when(
			componentOf(components, type) !== undefined,
			type.toLowerCase(),
			`An authentication template has a ${type.toLowerCase().replace(/_/g, ' ')}`,
			'Authentication templates consist of a fixed text, a footer and a one-time password button; remove it or choose another category.',
		);
	refusals.when(
		Boolean(componentOf(components, 'BODY')?.text),
		'body',
		'An authentication template has a body text of its own',
		'Leave the body empty: Meta writes it. You may only add the security recommendation.',
	);
	const footer = componentOf(components, 'FOOTER');
	const minutes = footer?.code_expiration_minutes;
	refusals.when(
		Boolean(footer?.text),
		'footer',
		'An authentication template has a footer text of its own',
		'Leave the footer empty and give the minutes after which the code expires instead.',
	);
	refusals.when(
		typeof minutes === 'number' &&
			(!Number.isInteger(minutes) || minutes < 1 || minutes > LIMITS.codeExpirationMinutes),
		'footer',
		`The code expires after ${minutes} minutes`,
		`Choose a whole number from 1 to ${LIMITS.codeExpirationMinutes}.`,
	);
	refusals.when(
		!buttonsOf(components).some(({ type }) => kind(type) === 'OTP'),
		'buttons',
		'An authentication template has no one-time password button',
		'Add one: copy code, one-tap or zero-tap.',
	);
}

/** What Meta refuses in a one-time password button. */
export function checkOneTimePassword(
	button: TemplateButton,
	field: string,
	refusals: Refusals,
): void {
	const type = kind(button.otp_type);
	refusals.when(
		!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(type),
		`${field}.otp_type`,
		type
			? `The one-time password button is of the unknown kind ${type}`
			: 'The one-time password button does not say how the code is handed over',
		'Choose COPY_CODE, ONE_TAP or ZERO_TAP.',
	);
	const autofill = button.autofill_text;
	refusals.when(
		typeof autofill === 'string' && characters(autofill) > LIMITS.buttonText,
		`${field}.autofill_text`,
		`The autofill label is longer than ${LIMITS.buttonText} characters`,
		'Shorten it, or leave it empty for "Autofill" in the language of the template.',
	);
	if (type !== 'ONE_TAP' && type !== 'ZERO_TAP') return;
	checkApps(button, field, refusals);
	refusals.when(
		type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true,
		`${field}.zero_tap_terms_accepted`,
		'The terms of zero-tap codes are not accepted',
		'Switch the acceptance on; with it you agree that your app tells people where the code comes from.',
	);
}

function checkApps(button: TemplateButton, field: string, refusals: Refusals): void {
	const listed = Array.isArray(button.supported_apps) ? (button.supported_apps as unknown[]) : [];
	const apps = (listed.length > 0 ? listed : button.package_name ? [button] : []) as Array<
		Record<string, unknown>
	>;
	refusals.when(
		apps.length === 0,
		`${field}.supported_apps`,
		'The one-time password button names no app',
		'One-tap and zero-tap codes go to an Android app: give its package name and signature hash.',
	);
	refusals.when(
		apps.length > LIMITS.supportedApps,
		`${field}.supported_apps`,
		`The one-time password button names ${apps.length} apps, Meta takes ${LIMITS.supportedApps}`,
		'Keep the builds that are in use.',
	);
	apps.forEach((app, index) => {
		const name = String(app.package_name ?? '');
		const hash = String(app.signature_hash ?? '');
		refusals.when(
			!PACKAGE_NAME.test(name) || name.length > LIMITS.packageName,
			`${field}.supported_apps[${index}].package_name`,
			`"${name}" is not an Android package name`,
			'Write it as in the Play Store, for example com.example.shop.',
		);
		refusals.when(
			!SIGNATURE_HASH.test(decode(hash)),
			`${field}.supported_apps[${index}].signature_hash`,
			`"${hash}" is not an app signing key hash`,
			`Give the ${LIMITS.signatureHash} characters Google's sms_retriever_hash script prints, for example K8a/AINcGX7.`,
		);
	});
}

/** Meta's own examples carry the hash URL-encoded. */
function decode(text: string): string {
	return text.replace(/%2F/gi, '/').replace(/%2B/gi, '+').replace(/%3D/gi, '=');
}
