import type { INodeProperties } from 'n8n-workflow';

const app = { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } };

/** What an authentication template lets one choose; its texts are Meta's. */
export const authenticationFields: INodeProperties[] = [
	{
		displayName: 'Code Hand-Over',
		name: 'otpType',
		type: 'options',
		options: [
			{ name: 'Copy Code', value: 'COPY_CODE', description: 'The reader copies the code' },
			{
				name: 'One-Tap',
				value: 'ONE_TAP',
				description: 'A tap hands the code to your Android app',
			},
			{
				name: 'Zero-Tap',
				value: 'ZERO_TAP',
				description: 'Your Android app gets the code without a tap',
			},
		],
		default: 'COPY_CODE',
		description: 'How the one-time password gets from the message to where it is needed',
	},
	{
		displayName: 'Security Recommendation',
		name: 'addSecurityRecommendation',
		type: 'boolean',
		default: true,
		description: 'Whether to add "For your security, do not share this code."',
	},
	{
		displayName: 'Code Expires After (Minutes)',
		name: 'codeExpirationMinutes',
		type: 'number',
		default: 10,
		description: 'Shown below the code, 1 to 90; 0 shows nothing',
	},
	{
		displayName: 'Copy Button Label',
		name: 'otpText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Copy code',
		description: "Up to 25 characters; empty for Meta's own in the language of the template",
	},
	{
		displayName: 'Autofill Button Label',
		name: 'autofillText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Autofill',
		displayOptions: app,
		description: "Up to 25 characters; empty for Meta's own in the language of the template",
	},
	{
		displayName: 'Android Apps',
		name: 'apps',
		type: 'fixedCollection',
		placeholder: 'Add app',
		default: {},
		typeOptions: { multipleValues: true },
		displayOptions: app,
		description: 'The apps that may take the code, up to 5',
		options: [
			{
				displayName: 'App',
				name: 'app',
				values: [
					{
						displayName: 'Package Name',
						name: 'packageName',
						type: 'string',
						default: '',
						placeholder: 'e.g. com.example.shop',
						description: 'The ID of the app in the Play Store',
					},
					{
						displayName: 'Signature Hash',
						name: 'signatureHash',
						type: 'string',
						default: '',
						placeholder: 'e.g. K8a/AINcGX7',
						description: "11 characters, as Google's sms_retriever_hash script prints them",
					},
				],
			},
		],
	},
	{
		displayName: 'Accept Zero-Tap Terms',
		name: 'zeroTapTermsAccepted',
		type: 'boolean',
		default: false,
		displayOptions: { show: { otpType: ['ZERO_TAP'] } },
		description:
			"Whether you accept Meta's terms for zero-tap codes: your app must tell people that it fills in the code",
	},
];
