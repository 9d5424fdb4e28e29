import type { INodeProperties } from 'n8n-workflow';
import { phoneNumberLocator } from '../../shared/phoneNumberLocator';

/** Where the callback is registered. */
export const registrationProperties: INodeProperties[] = [
	{
		displayName: 'Register For',
		name: 'registerFor',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'The whole app if a chosen event requires it, otherwise the phone number',
			},
			{
				name: 'Manually',
				value: 'manual',
				description:
					"Registers nothing. Enter the URL and the verify token in Meta's App dashboard.",
			},
			{
				name: 'Phone Number',
				value: 'phoneNumber',
				description: 'Events of one phone number. Other numbers are not affected.',
			},
			{
				name: 'WhatsApp Business Account',
				value: 'businessAccount',
				description: 'Events of all phone numbers of the account that have no override',
			},
			{
				name: 'Whole App',
				value: 'app',
				description:
					'Everything without a more specific callback. Required for events of templates and accounts.',
			},
		],
		default: 'automatic',
		description:
			'Where Meta keeps the callback URL of this workflow. Meta delivers to the most specific one: phone number, then account, then app.',
	},
	{
		...phoneNumberLocator,
		description:
			"The phone number whose messages start this workflow. Leave it empty to use the credential's default phone number.",
		displayOptions: { show: { registerFor: ['automatic', 'phoneNumber'] } },
	},
	{
		displayName:
			'Meta delivers template, account, quality, and marketing preference events to one callback URL per app, which is this workflow. Messages still go to the triggers of phone numbers and accounts that have one.',
		name: 'appNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registerFor: ['app'] } },
	},
	{
		displayName:
			'Publish (activate) this workflow. Then open App dashboard → WhatsApp → Configuration, paste the Production URL (above, under Webhook URLs) as Callback URL and the token below as Verify token, click "Verify and save", and subscribe to the webhook fields you need. For a test, paste the Test URL while the node listens.',
		name: 'manualNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registerFor: ['manual'] } },
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		placeholder: 'e.g. correct-horse-battery-staple',
		description:
			'Any text that is hard to guess. Meta repeats it when it verifies the callback URL; it protects nothing else.',
		displayOptions: { show: { registerFor: ['manual'] } },
	},
];
