import type { INodeProperties } from 'n8n-workflow';
import { sender } from './sender';

/** The business number that an operation is about; the same parameter as the sender of a message. */
export const number: INodeProperties = {
	...sender,
	displayName: 'Phone Number',
	description: "The business number. Leave it empty to use the credential's default phone number.",
};
