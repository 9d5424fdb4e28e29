import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { setEncryptionKey as setKey } from '../../../shared/flowKeys';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const setEncryptionKey: Operation = {
	name: 'Set Encryption Key',
	value: 'setEncryptionKey',
	action: 'Set the encryption key of a phone number',
	description:
		'Upload the public key with which WhatsApp encrypts the requests of flows to an endpoint. The private key is made and kept in the credential. Run it again after a phone number is registered again.',
	fields: [
		number,
		{
			displayName: 'New Key',
			name: 'newKey',
			type: 'boolean',
			default: false,
			description:
				'Whether to replace the key of the credential. The key before it still works, until you replace it again. Then run this operation for every phone number that uses the credential.',
		},
	],
	async run({ graph, param, credential }) {
		if (credential.kind === 'oAuth2') {
			throw new InvalidInputError(
				'authentication',
				'The private key of flows cannot be stored in a credential that is connected with Facebook',
				'Set Authentication to "Access Token" in this node. The flow trigger uses that credential, too.',
			);
		}
		const phoneNumberId = param.sender();
		return {
			phoneNumberId,
			...(await setKey(graph, credential, phoneNumberId, param.flag('newKey'))),
		};
	},
};
