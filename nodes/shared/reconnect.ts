import type { Explanation } from '../../cloud-api/errors/types';

/** How to get another token where Meta's login dialog issued the present one. */
export const RECONNECT =
	'Open the credential in n8n and click "Reconnect" (n8n 2.x: "Switch account").';

/** Codes with which Meta rejects the token itself. */
const REJECTED_TOKEN = new Set([0, 102, 104, 190]);
/** Codes of a token that may not do what was asked, because a permission or an account was not granted. */
const MISSING_GRANT = new Set([3, 10, 200, 131005]);

/**
 * The explanation of a rejection for a token of the login dialog: it is replaced with _Reconnect_, not by
 * pasting another one.
 */
export function explainForLogin(explanation: Explanation): Explanation {
	const { code = -1, subcode = 0 } = explanation;
	if (REJECTED_TOKEN.has(code)) return { ...explanation, fix: fixOf(subcode) };
	if (!MISSING_GRANT.has(code)) return explanation;
	return {
		...explanation,
		fix: `${RECONNECT} In Meta's dialog, select the WhatsApp Business Account and grant all permissions. If that does not help, check that your Facebook account has full control of the WhatsApp Business Account.`,
	};
}

/** What to do besides reconnecting, by Meta's subcode of 190. */
function fixOf(subcode: number): string {
	switch (subcode) {
		case 459:
		case 464:
			return `Log in at facebook.com with the account that connected the credential and complete the check there. Then open the credential in n8n and click "Reconnect" (n8n 2.x: "Switch account").`;
		case 460:
			return `${RECONNECT} A login configuration with a system user access token does not depend on a password.`;
		case 463:
			return `${RECONNECT} The token of a user expires after 60 days. A login configuration with a system user access token that never expires needs no reconnecting.`;
		case 492:
			return `Check that your Facebook account still has a role in the business portfolio. Then open the credential in n8n and click "Reconnect" (n8n 2.x: "Switch account").`;
		default:
			return `${RECONNECT} The token has expired or was revoked.`;
	}
}
