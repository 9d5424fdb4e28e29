import type { INodeProperties } from 'n8n-workflow';
import { LIMITS } from '../../../../cloud-api/templates/definition/limits';

const app = { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } };

/** The settings of an authentication template, whose texts Meta writes. */
export const authenticationFields: INodeProperties[] = [
	{
		displayName: 'Code Delivery',
		name: 'otpType',
		type: 'options',
		options: [
			{ name: 'Copy Code', value: 'COPY_CODE', description: 'The customer copies the code' },
			{
				name: 'One-Tap',
				value: 'ONE_TAP',
				description: 'A button passes the code to your Android app',
			},
			{
				name: 'Zero-Tap',
				value: 'ZERO_TAP',
				description: 'Your Android app receives the code without a tap',
			},
		],
		default: 'COPY_CODE',
		description: 'How the customer gets the code',
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
		description: `Shown below the code, 1 to ${LIMITS.codeExpirationMinutes} minutes. Enter 0 to show nothing.`,
	},
	{
		displayName: 'Copy Button Label',
		name: 'otpText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Copy code',
		description: `Up to ${LIMITS.buttonText} characters. Defaults to Meta's label in the template language.`,
	},
	{
		displayName: 'Autofill Button Label',
		name: 'autofillText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Autofill',
		displayOptions: app,
		description: `Up to ${LIMITS.buttonText} characters. Defaults to Meta's label in the template language.`,
	},
	{
		displayName: 'Android Apps',
		name: 'apps',
		type: 'fixedCollection',
		placeholder: 'Add app',
		default: {},
		typeOptions: {
			multipleValues: true,
			maxAllowedFields: LIMITS.supportedApps,
			fixedCollection: { itemTitle: '={{ $collection.item.value.packageName }}' },
		},
		displayOptions: app,
		description: `Apps that can receive the code, up to ${LIMITS.supportedApps}`,
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
						description: 'Application ID of the app in the Play Store',
					},
					{
						displayName: 'Signature Hash',
						name: 'signatureHash',
						type: 'string',
						default: '',
						placeholder: 'e.g. K8a/AINcGX7',
						description: `${LIMITS.signatureHash} characters that Google's sms_retriever_hash script prints`,
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
			"Whether you accept Meta's terms for zero-tap codes. Your app must tell people that it fills in the code.",
	},
];
