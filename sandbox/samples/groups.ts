import { envelopeOf, timestamp, type MakeSample, type Sample, type SampleContext } from './sample';

const GROUP = 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';
const ERRORS = [
	{
		code: 131215,
		title: 'Groups are not available',
		message: 'The phone number is not eligible for groups.',
		error_data: { details: 'The phone number is not an official business account.' },
	},
];

function group(context: SampleContext, field: string, content: object): Sample {
	return {
		field,
		value: {
			...envelopeOf(context),
			groups: [
				{
					timestamp: timestamp(context),
					group_id: GROUP,
					request_id: context.world.ids.trace(),
					...content,
				},
			],
		},
	};
}

const person = ({ customer }: SampleContext) => ({
	input: `+${customer.waId}`,
	wa_id: customer.waId,
	user_id: customer.userId,
});

const lifecycle = (context: SampleContext, content: object) =>
	group(context, 'group_lifecycle_update', content);
const participants = (context: SampleContext, content: object) =>
	group(context, 'group_participants_update', content);

/** Groups (Meta's page "Group webhooks"). */
export const groupSamples: Record<string, MakeSample> = {
	group_create: (context) =>
		lifecycle(context, {
			type: 'group_create',
			subject: 'Bread lovers',
			description: 'News of the oven',
			invite_link: 'https://chat.whatsapp.com/SandboxInvite0001',
			join_approval_mode: 'approval_required',
		}),
	group_create_failed: (context) =>
		lifecycle(context, { group_id: undefined, type: 'group_create', errors: ERRORS }),
	group_delete: (context) => lifecycle(context, { type: 'group_delete' }),
	group_join_request: (context) => {
		const { wa_id, user_id } = person(context);
		return participants(context, {
			request_id: undefined,
			type: 'group_join_request_created',
			join_request_id: context.world.ids.trace(),
			wa_id,
			user_id,
		});
	},
	group_join_request_revoked: (context) => {
		const { wa_id, user_id } = person(context);
		return participants(context, {
			request_id: undefined,
			type: 'group_join_request_revoked',
			join_request_id: context.world.ids.trace(),
			wa_id,
			user_id,
		});
	},
	group_participants_add: (context) =>
		participants(context, {
			request_id: undefined,
			type: 'group_participants_add',
			reason: 'invite_link',
			added_participants: [person(context)],
		}),
	group_participants_remove: (context) =>
		participants(context, {
			type: 'group_participants_remove',
			initiated_by: 'business',
			removed_participants: [{ input: person(context).input }],
		}),
	group_participants_failed: (context) =>
		participants(context, {
			type: 'group_participants_remove',
			removed_participants: [person(context)],
			failed_participants: [{ input: '+15550100299', errors: ERRORS }],
			errors: ERRORS,
		}),
	group_settings: (context) =>
		group(context, 'group_settings_update', {
			type: 'group_settings_update',
			group_subject: { text: 'Bread and cake lovers', update_successful: true },
			group_description: { text: 'News of both ovens', update_successful: true },
			profile_picture: { mime_type: 'image/jpeg', sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHv' },
			join_approval_mode: { mode: 'auto_approve', update_successful: true },
		}),
	group_settings_failed: (context) =>
		group(context, 'group_settings_update', {
			type: 'group_settings_update',
			group_subject: { text: 'Bread', update_successful: false, errors: ERRORS },
		}),
	group_suspend: (context) =>
		group(context, 'group_status_update', { request_id: undefined, type: 'group_suspend' }),
	group_suspend_cleared: (context) =>
		group(context, 'group_status_update', { request_id: undefined, type: 'group_suspend_cleared' }),
};
