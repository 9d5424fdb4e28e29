import type { INodeProperties } from 'n8n-workflow';
import { textField } from './textField';

/** Title, description, and ID of a choice, as in the rows of a list. */
export function choiceRow(
	descriptions: Record<'title' | 'description' | 'id', string>,
): INodeProperties[] {
	return [
		textField('Title', 'title', '9:30', descriptions.title),
		textField('Description', 'description', 'With Dr. Weber', descriptions.description),
		textField('ID', 'id', 'slot-0930', descriptions.id),
	];
}
