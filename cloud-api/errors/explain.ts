import type { GraphErrorEnvelope } from './cloudApiError';
import type { Explanation } from './types';

/**
 * Puts Meta's refusal into plain words: what happened, how to get unstuck, who acts, and whether a
 * repetition makes sense. An unknown code keeps Meta's own words.
 */
export function explain(
	envelope: Pick<
		GraphErrorEnvelope,
		'code' | 'subcode' | 'message' | 'details' | 'userMessage' | 'transient'
	>,
	status = 400,
): Explanation {
	return {
		code: envelope.code,
		subcode: envelope.subcode,
		title: envelope.userMessage ?? envelope.details ?? envelope.message,
		fix: "See Meta's page on Cloud API codes for this one.",
		actor: 'workflow builder',
		retry: envelope.transient || status >= 500 ? 'transient' : 'never',
	};
}
