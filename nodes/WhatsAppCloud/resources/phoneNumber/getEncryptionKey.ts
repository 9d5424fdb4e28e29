import { encryptionStatus } from '../../../shared/flowKeys';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const getEncryptionKey: Operation = {
	name: 'Get Encryption Key',
	value: 'getEncryptionKey',
	action: 'Get the encryption key of a phone number',
	description:
		'Get the status of the public key for flows with an endpoint, and whether it belongs to the credential',
	fields: [number],
	async run({ graph, param, credential }) {
		const phoneNumberId = param.sender();
		return { phoneNumberId, ...(await encryptionStatus(graph, credential, phoneNumberId)) };
	},
};
