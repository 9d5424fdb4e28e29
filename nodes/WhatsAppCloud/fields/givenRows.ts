import { unwrapList } from '../../../cloud-api/messages/shapes';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { Values } from '../../shared/values';

interface ListShape {
	/** Name of the rows inside the fixed collection, e.g. `button`. */
	group: string;
	/** Name of the list inside Meta's own JSON; the parameter's name by default. */
	key?: string;
	/** The field that a bare text stands for, e.g. `title` in `["Yes", "No"]`. */
	shorthand?: string;
	/** Turns an entry of the form or the JSON into the names that are read. */
	shape?: (entry: unknown) => unknown;
}

/**
 * The rows of a list made by `formOrJson`: rows of the form, or entries of the JSON, which may be inside
 * Meta's own wrappers such as `{ "action": { "buttons": […] } }`.
 *
 * @throws InvalidInputError when the JSON contains no list
 */
export function givenRows(
	param: Values,
	name: string,
	{ group, key = name, shorthand, shape = (entry) => entry }: ListShape,
): Values[] {
	const isJson = param.text(`${name}Input`) === 'json';
	const field = isJson ? `${name}Json` : name;
	const list = isJson ? unwrapList(param.json(field), key) : (param.raw(`${name}.${group}`) ?? []);
	if (Array.isArray(list)) return param.rowsFrom(list.map(shape), field, shorthand);
	throw new InvalidInputError(
		field,
		'The JSON is not a list',
		'Start with [ and end with ], as in the example of the parameter.',
	);
}
