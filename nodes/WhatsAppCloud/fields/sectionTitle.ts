import type { INodeProperties } from 'n8n-workflow';
import { LIST_LIMITS } from '../../../cloud-api/messages/list';

/** The title of a section of rows or products. */
export function sectionTitle(example: string): INodeProperties {
	return {
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		description: `Up to ${LIST_LIMITS.sectionTitle} characters. Required when there is more than one section.`,
	};
}
