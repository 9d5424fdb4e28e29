import type { INodeProperties } from 'n8n-workflow';
import type { SignupTexts } from '../../../../cloud-api/signups/signups';
import type { Values } from '../../../shared/values';

export const signupId: INodeProperties = {
	displayName: 'Signup ID',
	name: 'signupId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1234567890123456',
	description: 'ID of the signup. Create and Get Many return it.',
};

export const signupMessage: INodeProperties = {
	displayName: 'Signup Message',
	name: 'signupMessage',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Get our weekly offers on WhatsApp',
	description: 'What customers sign up for, up to 300 characters',
};

export const privacyPolicyUrl: INodeProperties = {
	displayName: 'Privacy Policy URL',
	name: 'privacyPolicyUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://www.example.com/privacy',
	description: 'Address of the privacy policy, which starts with https://',
};

export const otherTexts: INodeProperties[] = [
	{
		displayName: 'Confirmation Message',
		name: 'confirmationMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Welcome! Your code is [[promo_code]]',
		description:
			'Message after the signup. Write [[promo_code]] where the promo code is to appear.',
	},
	{
		displayName: 'Display Name',
		name: 'displayName',
		type: 'string',
		default: '',
		description: 'Name of the signup that customers see, up to 256 characters',
	},
	{
		displayName: 'Promo Code',
		name: 'promoCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. WELCOME10',
		description: 'Code that customers get, up to 50 characters',
	},
	{
		displayName: 'Website URL',
		name: 'websiteUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com',
		description: 'Address of the website, which starts with https://',
	},
];

/** The texts that were added; `[[promo_code]]` is Meta's `{{promo_code}}`, which n8n would take for an expression. */
export function textsOf(values: Values): Partial<SignupTexts> {
	const names = [
		'signupMessage',
		'confirmationMessage',
		'privacyPolicyUrl',
		'websiteUrl',
		'promoCode',
		'displayName',
		'policy',
	] as const;
	const added = names.filter((name) => values.has(name));
	return Object.fromEntries(
		added.map((name) => [name, values.text(name).replace(/\[\[\s*(\w+)\s*\]\]/g, '{{$1}}')]),
	);
}
