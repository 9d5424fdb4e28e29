/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { CredentialRecord, WorkflowFile } from './n8nClient';

const folder = path.join(__dirname, '..', 'examples');

/** Names of the workflow files in `examples/`, without `.json`, sorted. */
export function exampleNames(): string[] {
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

/** Returns a workflow of `examples/`, as a user would import it. */
export function exampleWorkflow(name: string): WorkflowFile {
	return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as WorkflowFile;
}

/** Returns the workflow with this credential chosen in every node that accepts it. */
export function withCredential(workflow: WorkflowFile, credential: CredentialRecord): WorkflowFile {
	const { id, name, type } = credential;
	const ours = (nodeType: string) => nodeType.startsWith('n8n-nodes-whatsapp-cloud.');
	const nodes = workflow.nodes.map((node) =>
		ours(node.type) ? { ...node, credentials: { [type]: { id, name } } } : node,
	);
	return { ...workflow, nodes };
}
