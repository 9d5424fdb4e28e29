import type { IHookFunctions } from 'n8n-workflow';

const CHALLENGE = '1158201444';
const TIMEOUT_MS = 3000;

/** Does what Meta does to verify a callback: asks it to repeat a challenge. Never throws. */
export async function isAnswering(
	context: Pick<IHookFunctions, 'helpers'>,
	url: string,
	verifyToken: string,
): Promise<boolean> {
	try {
		const answer: unknown = await context.helpers.httpRequest({
			url,
			qs: {
				'hub.mode': 'subscribe',
				'hub.challenge': CHALLENGE,
				'hub.verify_token': verifyToken,
			},
			timeout: TIMEOUT_MS,
		});
		return String(answer) === CHALLENGE;
	} catch {
		return false;
	}
}
