import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/**
 * Adds the entry mode *One Choice per Line* to the fields of `formOrJson`, first and as the default where
 * `first` is set. Adds the field `<name>Lines`; read it with `readChoiceLines`.
 */
export function withLines(
	[choice, ...fields]: INodeProperties[],
	name: string,
	{ isDefault = false } = {},
): INodeProperties[] {
	const lines: INodePropertyOptions = { name: 'One Choice per Line', value: 'lines' };
	const options = choice.options as INodePropertyOptions[];
	return [
		{
			...choice,
			options: [lines, ...options],
			default: isDefault ? lines.value : choice.default,
		},
		{
			displayName: 'Choices',
			name: `${name}Lines`,
			type: 'string',
			typeOptions: { rows: 5 },
			displayOptions: { show: { [choice.name]: [lines.value] } },
			default: '',
			placeholder: 'e.g. 9:30 | With Dr. Weber | slot-0930',
			description:
				'One choice per line: Title, Title | Description, or Title | Description | ID. Without an ID the title is returned.',
		},
		...fields,
	];
}
