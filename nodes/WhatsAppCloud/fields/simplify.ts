import type { INodeProperties } from 'n8n-workflow';

/** Without it the output also carries Meta's own answer under `raw`. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
