import type { INodeProperties } from 'n8n-workflow';
import { BUTTONS_LIMITS } from '../../../cloud-api/messages/buttons';

/** The rows of reply buttons, each with title and ID; `more` is what differs between messages. */
export function replyButtonRows(
	more: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
		typeOptions?: INodeProperties['typeOptions'];
		displayOptions?: INodeProperties['displayOptions'];
		example: { title: string; id: string };
		/** n8n counts the rows of a nested collection wrongly, so those have no minimum. */
		nested?: boolean;
	},
): INodeProperties {
	const { example, typeOptions, nested = false, ...field } = more;
	return {
		...field,
		type: 'fixedCollection',
		placeholder: 'Add button',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			...(!nested && { minRequiredFields: BUTTONS_LIMITS.buttons.min }),
			...typeOptions,
			fixedCollection: { itemTitle: '={{ $collection.item.value.title }}' },
		},
		default: { button: [{ title: '', id: '' }] },
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						placeholder: `e.g. ${example.title}`,
						description: `Text of the button, up to ${BUTTONS_LIMITS.title} characters, different on each button`,
					},
					{
						displayName: 'ID',
						name: 'id',
						type: 'string',
						default: '',
						placeholder: `e.g. ${example.id}`,
						description: `ID that the trigger returns when the button is tapped, up to ${BUTTONS_LIMITS.id} characters. Defaults to the title.`,
					},
				],
			},
		],
	};
}
