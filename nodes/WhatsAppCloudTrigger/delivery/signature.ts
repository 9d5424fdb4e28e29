import { checkSignature, type SignatureCheck } from '../../../cloud-api/webhooks/signature';
import type { Credential } from '../../shared/credential';
import type { Rejection } from './reject';
import type { Delivery } from '../../shared/signedRequest';

/** Why the signature of a delivery is not accepted; nothing when it is valid. */
export function signatureRejection(
	delivery: Delivery,
	{ appSecret, previousAppSecret }: Pick<Credential, 'appSecret' | 'previousAppSecret'>,
): Rejection | undefined {
	if (appSecret === '' && previousAppSecret === '') return NO_SECRET;
	const check = checkSignature(delivery.rawBody, delivery.signature, [
		appSecret,
		previousAppSecret,
	]);
	return check === 'valid' ? undefined : { status: 401, kind: check, ...INVALID[check] };
}

const NO_SECRET: Rejection = {
	status: 401,
	kind: 'noSecret',
	reason: 'The signature cannot be checked because the credential has no App Secret',
	fix: 'Copy it from App dashboard → App settings → Basic → Show to the credential',
};

const INVALID: Record<Exclude<SignatureCheck, 'valid'>, Pick<Rejection, 'reason' | 'fix'>> = {
	missing: {
		reason: 'The delivery is not signed: it has no X-Hub-Signature-256 header',
		fix: 'Only deliveries of Meta are accepted. If Meta sent it, configure the proxy in front of n8n to keep the header',
	},
	malformed: {
		reason: 'The X-Hub-Signature-256 header of the delivery is malformed',
		fix: 'It must be "sha256=" and 64 lowercase hexadecimal digits. If Meta sent it, configure the proxy in front of n8n to keep the header unchanged',
	},
	mismatch: {
		reason: 'The signature of the delivery does not match the App Secret of the credential',
		fix: 'Compare the App Secret with App dashboard → App settings → Basic of the Meta app that sends. While you change the secret, enter the old one as Previous App Secret. If both are correct, configure the proxy in front of n8n to keep the body unchanged',
	},
};
