import {
	NodeHelpers,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type ResourceMapperFields,
} from 'n8n-workflow';
import type { ExecutionHost } from './executionHost';
import { LoadOptionsContext } from './n8nCore';
import { oneNode, type NodeSettings } from './workflowJson';

export interface DynamicOptions {
	/** The parameters of the node as the editor shows them. */
	parameters?: INodeParameters;
	/** Path of the parameter that loads the list; only needed where the method reads siblings with `&`. */
	path?: string;
	settings?: NodeSettings;
}

export interface ListSearchOptions extends DynamicOptions {
	/** What the user typed into the list's search field. */
	filter?: string;
	/** The token the previous page returned. */
	paginationToken?: string;
}

/** The lists and fields that the editor loads from a node while the user enters its parameters. */
export class DynamicParameters {
	constructor(private readonly host: ExecutionHost) {}

	async listSearch(
		type: string,
		method: string,
		options: ListSearchOptions = {},
	): Promise<INodeListSearchResult> {
		const { context, nodeType } = this.context(type, options);
		const run = nodeType.methods?.listSearch?.[method];
		if (!run) throw noMethod(type, 'listSearch', method, nodeType.methods?.listSearch);
		return await run.call(context, options.filter, options.paginationToken);
	}

	async loadOptions(
		type: string,
		method: string,
		options: DynamicOptions = {},
	): Promise<INodePropertyOptions[]> {
		const { context, nodeType } = this.context(type, options);
		const run = nodeType.methods?.loadOptions?.[method];
		if (!run) throw noMethod(type, 'loadOptions', method, nodeType.methods?.loadOptions);
		return await run.call(context);
	}

	async resourceMapping(
		type: string,
		method: string,
		options: DynamicOptions = {},
	): Promise<ResourceMapperFields> {
		const { context, nodeType } = this.context(type, options);
		const run = nodeType.methods?.resourceMapping?.[method];
		if (!run) throw noMethod(type, 'resourceMapping', method, nodeType.methods?.resourceMapping);
		return await run.call(context);
	}

	private context(type: string, { parameters = {}, path = '', settings }: DynamicOptions) {
		const json = this.host.prepare(oneNode(type, parameters, settings));
		const workflow = this.host.workflow(json);
		const [node] = Object.values(workflow.nodes);
		const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		// The editor sends the parameters with the defaults of what it shows.
		const shown = NodeHelpers.getNodeParameters(
			nodeType.description.properties,
			parameters,
			true,
			false,
			node,
			nodeType.description,
		);
		const currentNodeParameters = { ...shown, ...parameters };
		const data = this.host.additionalData(undefined, { currentNodeParameters });
		return { context: new LoadOptionsContext(workflow, node, data, path), nodeType };
	}
}

function noMethod(type: string, kind: string, method: string, known: object | undefined): Error {
	const names = Object.keys(known ?? {}).join(', ') || 'none';
	return new Error(`${type} has no ${kind} method "${method}", only: ${names}`);
}
