import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { CredentialRecord, WorkflowFile } from '../../../n8n-server/n8nClient';

const PREFIX = 'n8n-nodes-whatsapp-cloud.';

/** A workflow whose nodes follow one another. */
export function chainOf(name: string, nodes: INode[]): WorkflowFile {
	const connections: IConnections = {};
	for (const [index, node] of nodes.entries()) {
		const next = nodes[index + 1];
		node.position = [index * 220, 0];
		if (next) connections[node.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	}
	return { name, nodes, connections };
}

/** Any node, with what the editor would fill in. */
export function nodeOf(
	type: string,
	name: string,
	parameters: INodeParameters,
	more: Partial<INode> = {},
): INode {
	return { id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters, ...more };
}

/** Our trigger under the name "Trigger". */
export function triggerNode(credential: CredentialRecord, parameters: INodeParameters = {}): INode {
	return nodeOf(`${PREFIX}whatsAppCloudTrigger`, 'Trigger', parameters, {
		typeVersion: 2,
		webhookId: randomUUID(),
		...credentialsOf(credential),
	});
}

/** Our action node. */
export function actionNode(
	credential: CredentialRecord,
	name: string,
	parameters: INodeParameters,
): INode {
	return nodeOf(`${PREFIX}whatsAppCloud`, name, parameters, credentialsOf(credential));
}

/** The editor's "Execute workflow" starts here, under the name "Start". */
export function manualNode(): INode {
	return nodeOf('n8n-nodes-base.manualTrigger', 'Start', {});
}

function credentialsOf({ id, name, type }: CredentialRecord): Pick<INode, 'credentials'> {
	return { credentials: { [type]: { id, name } } };
}

/**
 * Answers every text once, whatever comes twice: Redis counts each message, and only its first count
 * goes on (docs/trigger.md).
 */
export function onceWorkflow(credential: CredentialRecord, redis: CredentialRecord): WorkflowFile {
	const first = {
		leftValue: '={{ Object.values($json)[0] }}',
		rightValue: 1,
		operator: { type: 'number', operation: 'equals' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return chainOf('Once', [
		triggerNode(credential, { options: { dropDuplicates: false } }),
		nodeOf(
			'n8n-nodes-base.redis',
			'Count',
			{
				operation: 'incr',
				key: '={{ $json.messageId }} {{ $json.status }}',
				expire: true,
				ttl: 691_200,
			},
			{ credentials: { redis: { id: redis.id, name: redis.name } } },
		),
		nodeOf(
			'n8n-nodes-base.filter',
			'First',
			{ conditions: { options, conditions: [first], combinator: 'and' }, options: {} },
			{ typeVersion: 2.2 },
		),
		actionNode(credential, 'Answer', {
			resource: 'message',
			operation: 'sendText',
			recipient: "={{ $('Trigger').item.json.from }}",
			text: "=Once {{ $('Trigger').item.json.text }}",
		}),
	]);
}

/** Answers every text with `<greeting> <the text>`. */
export function echoWorkflow(
	credential: CredentialRecord,
	greeting: string,
	trigger: INodeParameters = {},
): WorkflowFile {
	return chainOf(`Echo: ${greeting}`, [
		triggerNode(credential, trigger),
		actionNode(credential, 'Answer', {
			resource: 'message',
			operation: 'sendText',
			recipient: '={{ $json.from }}',
			text: `=${greeting} {{ $json.text }}`,
		}),
	]);
}
