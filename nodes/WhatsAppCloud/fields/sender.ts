import type { INodeProperties } from 'n8n-workflow';
import { phoneNumberLocator } from '../../shared/phoneNumberLocator';

/** The number that sends; empty means the credential's default, so most nodes never touch it. */
export const sender: INodeProperties = {
	...phoneNumberLocator,
	displayName: 'Sender',
	name: 'sender',
	description:
		"The phone number to send from. Leave it empty to use the credential's default phone number.",
};
