import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { Resource } from './operation';
import { operationProperties, resourceOptions } from './properties';

const description =
	'Send WhatsApp messages of every type, and look up templates and media, for an AI agent';

/** The operations of each resource that an agent is offered. */
const FOR_AGENTS: Record<string, (operation: string) => boolean> = {
	// A tool cannot wait; n8n offers the operation as a human review of tools instead.
	message: (operation) => operation !== 'sendAndWait',
	template: (operation) => ['getAll', 'get', 'preview'].includes(operation),
	media: (operation) => operation === 'get',
};

/**
 * What n8n's editor shows of the node as a tool of an AI agent, which runs all the same: sending, and looking up templates and media. What manages
 * an account (phone numbers, webhooks, tokens) and what only n8n's binary data can carry is left out.
 *
 * @param before properties that come before the resource
 */
export function toolForm(
	resources: Resource[],
	before: INodeProperties[],
): Partial<INodeTypeDescription> {
	const offered = resources
		.filter(({ value }) => value in FOR_AGENTS)
		.map((resource) => ({
			...resource,
			operations: resource.operations.filter(({ value }) => FOR_AGENTS[resource.value](value)),
		}));
	const properties: INodeProperties[] = [
		...before,
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resourceOptions(offered),
			default: 'message',
		},
		...operationProperties(offered),
	];
	return { description, properties };
}
