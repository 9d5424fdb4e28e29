import { type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import type { Operation, Resource } from './operation';
import { deliveryOptions } from './deliveryOptions';

/** Returns the resource menu in the order of the table, which is also the order of n8n's list of actions. */
export function resourceOptions(resources: Resource[]): INodePropertyOptions[] {
	return resources.map(({ name, value }) => ({ name, value }));
}

/** For each resource its operation menu, and for each operation its form. */
export function operationProperties(resources: Resource[]): INodeProperties[] {
	return resources.flatMap((resource) => [
		operationMenu(resource),
		...resource.operations.flatMap((operation) => form(resource, operation)),
	]);
}

/** The operation that a node is set to. */
export function findOperation(
	resources: Resource[],
	resource: string,
	operation: string,
): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}

function operationMenu({ value, operations }: Resource): INodeProperties {
	const menu: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(({ name, value: operation, action, description }) => ({
			name,
			value: operation,
			action,
			description,
		})),
		default: '',
	};
	return { ...menu, default: operations[0].value };
}

function form(resource: Resource, operation: Operation): INodeProperties[] {
	const fields = operation.sends ? [...operation.fields, deliveryOptions] : operation.fields;
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			// First, because n8n shows a field as soon as it finds an expression among the conditions.
			show: {
				resource: [resource.value],
				operation: [operation.value],
				...field.displayOptions?.show,
			},
		},
	}));
}
