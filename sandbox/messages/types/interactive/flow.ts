import { z } from 'zod/v3';
import { checkSendable } from '../../../flows/sendCheck';
import { addIssue, text } from '../../schema';
import { body, footer, header, headerMedia, interactive, type Header } from './parts';

const label = text(30).superRefine((value, context) => {
	if (/\p{Extended_Pictographic}/u.test(value)) addIssue(context, 'must not contain emoji');
});

const parameters = z
	.object({
		flow_message_version: z.literal('3'),
		flow_id: z.string().min(1).optional(),
		flow_name: z.string().min(1).optional(),
		flow_cta: label,
		flow_token: z.string().min(1).optional(),
		mode: z.enum(['draft', 'published']).optional(),
		flow_action: z.enum(['navigate', 'data_exchange']).optional(),
		flow_action_payload: z
			.object({
				screen: z.string().min(1).optional(),
				data: z.record(z.unknown()).optional(),
			})
			.strict()
			.optional(),
	})
	.strict()
	.superRefine((value, context) => {
		if (value.flow_id === undefined && value.flow_name === undefined) {
			addIssue(context, 'requires either flow_id or flow_name', [], 131008);
		} else if (value.flow_id !== undefined && value.flow_name !== undefined) {
			addIssue(context, 'accepts either flow_id or flow_name, not both');
		}
		const payload = value.flow_action_payload;
		if (payload && value.flow_action === 'data_exchange') {
			addIssue(context, 'is not allowed with flow_action data_exchange', ['flow_action_payload']);
		}
		if (payload?.data && Object.keys(payload.data).length === 0) {
			addIssue(context, 'must not be empty', ['flow_action_payload', 'data']);
		}
	});

export const flow = interactive<{
	header?: Header;
	action: { parameters: z.infer<typeof parameters> };
}>({
	type: 'flow',
	schema: z
		.object({
			type: z.literal('flow'),
			header: header(['text', 'image', 'video', 'document']).optional(),
			body: body(1024),
			footer: footer.optional(),
			action: z.object({ name: z.literal('flow'), parameters }).strict(),
		})
		.strict(),
	media: ({ header: value }) => headerMedia(value),
	check({ action }, { world, number }) {
		const { flow_action_payload: payload, ...use } = action.parameters;
		checkSendable(world, number, { ...use, screen: payload?.screen });
	},
});
