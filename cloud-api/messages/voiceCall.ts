import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive } from './interactive';
import { numberBetween, optionalText } from './schema';

export const VOICE_CALL_LIMITS = {
	displayText: 20,
	ttlMinutes: { min: 1, max: 43_200 },
	payload: 512,
} as const;

export interface VoiceCallInput {
	body: string;
	footer?: string;
	/** Label of the button, at most 20 characters; Meta's default is "Call Now". */
	displayText?: string;
	/** Minutes until the button expires, 1 to 43,200; Meta's default is 10,080 (a week). */
	ttlMinutes?: number;
	/** Returned in the webhook of the call, at most 512 characters. */
	payload?: string;
}

const { min, max } = VOICE_CALL_LIMITS.ttlMinutes;

const schema = z.object({
	...bodyAndFooter(),
	displayText: optionalText('Button text', VOICE_CALL_LIMITS.displayText),
	ttlMinutes: z
		.undefined()
		.or(numberBetween('Button lifetime in minutes', min, max, { whole: true })),
	payload: optionalText('Payload', VOICE_CALL_LIMITS.payload),
});

/** A text with a button that calls the business on WhatsApp. Calling must be enabled for the sender. */
export function voiceCallMessage(input: VoiceCallInput): MessageContent {
	const { displayText, ttlMinutes, payload, ...parts } = check(schema, input);
	const parameters = {
		...(displayText !== undefined && { display_text: displayText }),
		...(ttlMinutes !== undefined && { ttl_minutes: ttlMinutes }),
		...(payload !== undefined && { payload }),
	};
	return interactive('voice_call', parts, {
		name: 'voice_call',
		...(Object.keys(parameters).length > 0 && { parameters }),
	});
}
