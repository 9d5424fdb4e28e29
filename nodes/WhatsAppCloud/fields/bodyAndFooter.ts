import type { INodeProperties } from 'n8n-workflow';
import { INTERACTIVE_LIMITS } from '../../../cloud-api/messages/interactive';

/** The description of a body; some message types take more characters than the others. */
export function bodyDescription(limit: number = INTERACTIVE_LIMITS.body): string {
	return `Main text of the message, up to ${limit.toLocaleString('en-US')} characters. Supports WhatsApp formatting: *bold*, _italic_, ~strikethrough~, and \`code\`.`;
}

/** The main text of an interactive message. */
export const body: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	required: true,
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. How can we help you?',
	description: bodyDescription(),
};

export const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reply STOP to opt out',
	description: `Small gray text under the body, up to ${INTERACTIVE_LIMITS.footer} characters`,
};
