import type { INodeProperties } from 'n8n-workflow';
import { phoneNumberLocator } from '../../shared/phoneNumberLocator';

/** The sender; empty for the default phone number of the credential. */
export const sender: INodeProperties = {
	...phoneNumberLocator,
	displayName: 'Sender',
	name: 'sender',
	description:
		"The phone number to send from. Leave empty to use the credential's default phone number.",
};
