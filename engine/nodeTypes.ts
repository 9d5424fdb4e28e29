import type {
	ICredentialType,
	IDataObject,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';
import { coreNodes } from './coreNodes';
import { absentNode } from './coreNodes/absent';
import { PackageDirectoryLoader } from './n8nCore';

/**
 * The node and credential types of the engine: those of one community package, loaded from its
 * built files exactly as n8n does, and the stand-ins for n8n's core nodes.
 */
export class NodeTypes implements INodeTypes {
	private constructor(private readonly loader: PackageDirectoryLoader) {}

	/**
	 * @param packageDir folder that holds the package.json with the `n8n` object
	 * @throws when the package is not built or a node or credential of it does not load
	 */
	static async load(packageDir: string): Promise<NodeTypes> {
		const loader = new PackageDirectoryLoader(packageDir);
		await loader.loadAll();
		return new NodeTypes(loader);
	}

	get packageName(): string {
		return this.loader.packageName;
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		const prefix = `${this.loader.packageName}.`;
		if (type.startsWith(prefix)) return this.ofPackage(type.slice(prefix.length));
		return coreNodes.get(type) ?? absentNode(type);
	}

	/** A name that ends in `Tool` is the node as a tool of an AI agent, which n8n derives from the node. */
	private ofPackage(name: string): INodeType | IVersionedNodeType {
		if (!name.endsWith('Tool') || Object.hasOwn(this.loader.nodeTypes, name)) {
			return this.loader.getNode(name).type;
		}
		const { type } = this.loader.getNode(name.slice(0, -'Tool'.length));
		const { description } = type as INodeType;
		return Object.create(type, {
			description: {
				value: { ...description, name, inputs: [], outputs: [NodeConnectionTypes.AiTool] },
			},
		}) as INodeType;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return this.loader.known.nodes as unknown as IDataObject;
	}

	/** @throws for a credential type the package does not have */
	credentialType(name: string): ICredentialType {
		return this.loader.getCredential(name).type;
	}

	/** Full names of the package's node types. */
	names(): string[] {
		return Object.keys(this.loader.nodeTypes).map((name) => `${this.packageName}.${name}`);
	}

	/** Names of the package's credential types. */
	credentialNames(): string[] {
		return Object.keys(this.loader.credentialTypes);
	}

	/** Full names of the package's node types that use a credential type. */
	supportedNodes(credential: string): string[] {
		return (this.loader.known.credentials[credential]?.supportedNodes ?? []).map(
			(name) => `${this.packageName}.${name}`,
		);
	}
}
