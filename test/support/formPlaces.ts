import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	NodeParameterValueType,
} from 'n8n-workflow';

type Field = INodeProperties;

/** A place of a form at which a value can stand. */
export interface Place {
	/** Whether the form shows it with the other parameters as they are. */
	shown: boolean;
	/** Name in the form, e.g. `buttons.title`. */
	name: string;
	type: string;
	/** The parameters with a value at this place. */
	with(value: NodeParameterValueType): INodeParameters;
}

/** Every place of a form at which a value can stand: fields, options, fields of rows, and template values. */
export function placesOf(fields: Field[], given: INodeParameters, root = given): Place[] {
	return fields.flatMap((field): Place[] => {
		const { name, type } = field;
		const current = given[name];
		const put = (value: NodeParameterValueType): INodeParameters => ({ ...given, [name]: value });
		const inside = (places: Place[], wrap: (values: INodeParameters) => NodeParameterValueType) =>
			places.map((place) => ({
				...place,
				name: `${name}.${place.name}`,
				with: (value: NodeParameterValueType) => put(wrap(place.with(value))),
			}));
		const shown = isShown(field, fields, given, root);
		switch (type) {
			case 'notice':
				return [];
			case 'collection':
				return inside(
					placesOf((field.options ?? []) as Field[], (current ?? {}) as INodeParameters, root),
					(values) => values,
				);
			case 'resourceLocator':
				return [{ name, type, shown, with: (value) => put(locator(field, value)) }];
			case 'resourceMapper':
				return mapped(name, (current ?? {}) as INodeParameters).map((place) => ({
					...place,
					shown,
					with: (value) => put(place.with(value)),
				}));
			case 'fixedCollection':
				return (field.options as INodePropertyCollection[]).flatMap((group) => {
					const rows = ((current as INodeParameters | undefined)?.[group.name] ?? [{}]) as
						| INodeParameters[]
						| INodeParameters;
					const [first, ...others] = [rows].flat();
					return inside(placesOf(group.values, first, root), (row) => ({
						[group.name]: [row, ...others],
					})).map((place) => ({ ...place, shown: place.shown && shown }));
				});
			default:
				return [{ name, type, shown, with: put }];
		}
	});
}

/** A locator in the mode in which its value is typed. */
function locator({ modes = [] }: Field, value: NodeParameterValueType): NodeParameterValueType {
	const mode = modes.find((one) => one.type === 'string')?.name ?? 'id';
	return { __rl: true, mode, value } as NodeParameterValueType;
}

/** The values of a resource mapper whose fields are loaded. */
function mapped(name: string, mapper: INodeParameters): Place[] {
	const value = (mapper.value ?? {}) as INodeParameters;
	return Object.keys(value).map((id) => ({
		name: `${name}.${id}`,
		type: 'string',
		shown: true,
		with: (one) => ({ ...mapper, value: { ...value, [id]: one } }),
	}));
}

/** Whether the conditions of a field hold, with defaults for what is not given. */
function isShown(
	{ displayOptions }: Field,
	fields: Field[],
	given: INodeParameters,
	root: INodeParameters,
): boolean {
	const value = (name: string) => {
		const [, path = name] = /^\/(.*)$/.exec(name) ?? [];
		if (name.startsWith('/'))
			return path.split('.').reduce<unknown>((at, key) => (at as INodeParameters)?.[key], root);
		return given[name] ?? fields.find((field) => field.name === name)?.default;
	};
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, allowed]) => value(name) === undefined || (allowed as unknown[]).includes(value(name)),
	);
}

/** n8n rejects required fields that are empty, but not expressions that return nothing. */
export function emptyRequired(fields: Field[]): INodeParameters {
	const required = fields.filter(
		(field) =>
			field.required && field.type !== 'resourceLocator' && field.type !== 'resourceMapper',
	);
	return Object.fromEntries(required.map(({ name }) => [name, '={{ "" }}']));
}
