import { createSignup, type SignupTexts } from '../../../../cloud-api/signups/signups';
import { account } from '../../fields/account';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { otherTexts, privacyPolicyUrl, signupMessage, textsOf } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a signup',
	description:
		'Create an in-app signup, with which customers agree to marketing messages inside WhatsApp',
	fields: [
		account,
		{ ...signupMessage, required: true },
		{ ...privacyPolicyUrl, required: true },
		optionsCollection([
			...otherTexts,
			{
				displayName: 'Terms (URL)',
				name: 'policy',
				type: 'string',
				default: '',
				description:
					"Address of Meta's terms for signups, which the first signup of a business must accept. Omit it afterwards.",
			},
		]),
	],
	async run({ graph, param }) {
		const texts = { ...textsOf(param), ...textsOf(param.group('options')) } as SignupTexts;
		const { signupId } = await createSignup(graph, param.account(), texts);
		return { signupId };
	},
};
