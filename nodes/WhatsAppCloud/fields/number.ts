import type { INodeProperties } from 'n8n-workflow';
import { sender } from './sender';

/** The phone number that an operation reads or changes; the same parameter as the sender of a message. */
export const number: INodeProperties = {
	...sender,
	displayName: 'Phone Number',
	description: "The phone number to use. Leave empty to use the credential's default phone number.",
};
