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
				name: 'Phone Number',
				value: 'phoneNumber',
				description:
					'Events of one number. Other numbers, and other workflows for them, are not touched.',
			},
			{
				name: 'WhatsApp Business Account',
				value: 'businessAccount',
				description: 'Events of all numbers of the account that have no callback of their own',
			},
			{
				name: 'Whole App',
				value: 'app',
				description:
					'Everything that no number or account has a callback for, and the only way to receive events about templates and the account',
			},
			{
				name: 'Manually',
				value: 'manual',
				description: "Nothing is registered: you enter URL and verify token in Meta's pages",
			},
		],
		default: 'phoneNumber',
		description:
			'Where Meta keeps the address of this workflow. The most specific one wins: phone number, then account, then app.',
	},
	{
		...phoneNumberLocator,
		description:
			"The number whose messages start this workflow. Leave it empty to use the credential's default phone number.",
		displayOptions: { show: { registerFor: ['phoneNumber'] } },
	},
	{
		displayName:
			'Templates, account, quality and marketing preferences reach only one address per Meta app: this one. Messages of numbers and accounts with a trigger of their own keep going there.',
		name: 'appNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registerFor: ['app'] } },
	},
	{
		displayName:
			'In the App dashboard open WhatsApp → Configuration, paste the Production URL (above, under Webhook URLs) as Callback URL and the token below as Verify token, click "Verify and save" while this workflow is published (active), and subscribe to the webhook fields you want. For a test, paste the Test URL while the node listens.',
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
		placeholder: 'e.g. a long word that nobody can guess',
		description:
			'Any text of your own. Meta repeats it when it verifies the callback; it protects nothing else.',
		displayOptions: { show: { registerFor: ['manual'] } },
	},
];
