import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/**
 * The description of a stand-in: only what the engine reads. Parameters must be listed, n8n drops
 * those that a node type does not declare.
 *
 * @param name n8n's own type name without the package
 */
export function describe(
	name: string,
	version: number | number[],
	properties: INodeProperties[] = [],
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version,
		description: `Stand-in for n8n-nodes-base.${name}`,
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties,
		...more,
	};
}

/** A parameter that only has to be there. */
export function parameter(
	name: string,
	type: INodeProperties['type'],
	defaultValue: INodeProperties['default'],
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName: name, name, type, default: defaultValue, ...more };
}

/** A collection of options, none of which has to be there. */
export function options(name: string, ...members: INodeProperties[]): INodeProperties {
	return parameter(name, 'collection', {}, { options: members });
}

/** A condition builder, evaluated by n8n-core when it is read with `extractValue`. */
export function conditions(name = 'conditions'): INodeProperties {
	return parameter(name, 'filter', {}, { typeOptions: { filter: { version: 2 } } });
}
