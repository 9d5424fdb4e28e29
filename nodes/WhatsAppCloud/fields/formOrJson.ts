import type { INodeProperties } from 'n8n-workflow';
import type { Values } from '../../shared/values';

/**
 * The parameters of a list that is entered in a form, or as JSON when its length comes from data or an AI
 * agent: the choice `<name>Input`, the form, and `<name>Json`. Read it with {@link entriesOf}.
 */
export function formOrJson(
	form: INodeProperties,
	{ example, description }: { example: unknown; description: string },
): INodeProperties[] {
	const choice = `${form.name}Input`;
	const show = form.displayOptions?.show ?? {};
	return [
		{
			displayName: `Define ${form.displayName}`,
			name: choice,
			type: 'options',
			...(form.displayOptions && { displayOptions: form.displayOptions }),
			options: [
				{ name: 'Using Fields Below', value: 'form' },
				{ name: 'Using JSON', value: 'json' },
			],
			default: 'form',
			description: `How to enter the ${form.displayName.toLowerCase()}`,
		},
		{ ...form, displayOptions: { show: { ...show, [choice]: ['form'] } } },
		{
			displayName: `${form.displayName} (JSON)`,
			name: `${form.name}Json`,
			type: 'json',
			displayOptions: { show: { ...show, [choice]: ['json'] } },
			default: JSON.stringify(example, null, 2),
			description,
		},
	];
}

/**
 * The entries of a list made by {@link formOrJson}: rows of the form, or entries of the JSON.
 *
 * @param group name of the fixed collection's group, e.g. `button`
 * @param shorthand the field that a bare text stands for, e.g. `title` in `["Yes", "No"]`
 * @throws InvalidInputError when the JSON is not a list
 */
export function entriesOf(
	param: Values,
	name: string,
	group: string,
	shorthand?: string,
): Values[] {
	if (param.text(`${name}Input`) !== 'json') return param.rows(name, group);
	return param.rowsFrom(param.list(`${name}Json`) ?? [], name, shorthand);
}
