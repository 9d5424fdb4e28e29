/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type {
	IConnections,
	INode,
	INodeParameters,
	IPinData,
	IWorkflowSettings,
} from 'n8n-workflow';

/** A workflow as n8n exports it ("Download"); what the editor adds beyond this is ignored. */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** The settings tab of a node: `onError`, `retryOnFail`, `maxTries`, `waitBetweenTries`, `executeOnce`, … */
export type NodeSettings = Partial<Omit<INode, 'type' | 'parameters'>>;

export const PACKAGE_NAME = 'n8n-nodes-whatsapp-cloud';

/** `whatsAppCloud` → `n8n-nodes-whatsapp-cloud.whatsAppCloud`; a full type name stays as it is. */
export function fullTypeName(type: string): string {
	return type.includes('.') ? type : `${PACKAGE_NAME}.${type}`;
}

/** One node of a workflow, with what n8n's editor would fill in. */
export function node(
	type: string,
	parameters: INodeParameters = {},
	settings: NodeSettings = {},
): INode {
	const typeName = fullTypeName(type);
	return {
		id: randomUUID(),
		name: typeName.split('.').pop() ?? typeName,
		type: typeName,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...settings,
	};
}

/**
 * A workflow of a single node.
 *
 * @param type short (`whatsAppCloud`) or full type name
 */
export function oneNode(
	type: string,
	parameters: INodeParameters = {},
	settings: NodeSettings = {},
): WorkflowJson {
	return { nodes: [node(type, parameters, settings)], connections: {} };
}

/** A workflow whose nodes run one after the other, each connected to the next by its first output. */
export function chain(...nodes: INode[]): WorkflowJson {
	const connections: IConnections = {};
	nodes.slice(0, -1).forEach((from, index) => {
		connections[from.name] = { main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] };
	});
	return { nodes, connections };
}

/** Reads a workflow file such as those in `examples/`. */
export async function readWorkflow(file: string): Promise<WorkflowJson> {
	const json = JSON.parse(await readFile(file, 'utf8')) as WorkflowJson;
	if (!Array.isArray(json.nodes) || typeof json.connections !== 'object') {
		throw new Error(`${file} is not an n8n workflow: it has no nodes and connections`);
	}
	return json;
}
