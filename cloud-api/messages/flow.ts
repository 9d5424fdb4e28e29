import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, headerSchema, interactive, type InteractiveInput } from './interactive';
import { optionalMetaId, optionalText, reject, requiredText } from './schema';

export const FLOW_LIMITS = { cta: 30 } as const;

export interface FlowInput extends InteractiveInput {
	/** Either the ID or the name of the flow. */
	flowId?: string;
	flowName?: string;
	/** Label of the button, at most 30 characters (20 advised), no emoji. */
	cta: string;
	/** Returned with the answers, to identify what they belong to. */
	flowToken?: string;
	/** `draft` sends a flow that is not published yet. */
	mode?: 'draft' | 'published';
	/** `navigate` opens a screen at once, `data_exchange` asks the flow's endpoint for the first one. */
	action?: 'navigate' | 'data_exchange';
	/** First screen; with `navigate` only. */
	screen?: string;
	/** Values for the first screen; with `navigate` only. */
	data?: Record<string, unknown>;
}

const schema = z
	.object({
		header: headerSchema.optional(),
		...bodyAndFooter(),
		flowId: optionalMetaId('Flow ID'),
		flowName: optionalText('Flow name'),
		cta: requiredText('Button text', FLOW_LIMITS.cta).superRefine((cta, context) => {
			if (!/\p{Extended_Pictographic}/u.test(cta)) return;
			reject(
				context,
				`Button text "${cta}" has an emoji, which the button of a flow does not show`,
				'Remove the emoji.',
			);
		}),
		flowToken: optionalText('Flow token'),
		mode: z.enum(['draft', 'published']).optional(),
		action: z.enum(['navigate', 'data_exchange']).optional(),
		screen: optionalText('Screen'),
		data: z.record(z.unknown()).optional(),
	})
	.superRefine(({ flowId, flowName, action, screen, data }, context) => {
		if (flowId === undefined && flowName === undefined) {
			reject(context, 'There is no flow ID or flow name', 'Enter the ID or the name of the flow.', [
				'flowId',
			]);
		}
		if (flowId !== undefined && flowName !== undefined) {
			reject(context, 'The flow has both an ID and a name', 'Remove one of the two.', ['flowName']);
		}
		if (action === 'data_exchange' && (screen !== undefined || data !== undefined)) {
			reject(
				context,
				'Screen and data are set, but the endpoint of the flow chooses the first screen',
				'Remove First Screen and Data, or set First Screen Source to This Message.',
				[screen !== undefined ? 'screen' : 'data'],
			);
		}
		if (data && Object.keys(data).length === 0) {
			reject(
				context,
				'Data for the first screen is an empty object',
				'Add values, or remove the option.',
				['data'],
			);
		}
	});

/** A text with a button that opens a flow (a form inside WhatsApp). */
export function flowMessage(input: FlowInput): MessageContent {
	const { flowId, flowName, cta, flowToken, mode, action, screen, data, ...parts } = check(
		schema,
		input,
	);
	const payload = { ...(screen !== undefined && { screen }), ...(data && { data }) };
	return interactive('flow', parts, {
		name: 'flow',
		parameters: {
			flow_message_version: '3',
			...(flowId !== undefined ? { flow_id: flowId } : { flow_name: flowName }),
			flow_cta: cta,
			...(flowToken !== undefined && { flow_token: flowToken }),
			...(mode && { mode }),
			...(action && { flow_action: action }),
			...(Object.keys(payload).length > 0 && { flow_action_payload: payload }),
		},
	});
}
