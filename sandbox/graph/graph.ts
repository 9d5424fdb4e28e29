import type { World } from '../world/world';
import { reachesAccount, requireScope } from './auth';
import { GraphError, invalidParameter, unknownObject, unknownPath } from './errors';
import { parseFields, type FieldRequest } from './fields';
import type { GraphRequest } from './request';

/** Identifies a type of Graph object and carries its TypeScript type. Declare one constant per type. */
export interface NodeType<T> {
	/** As in the Graph API's messages: `WhatsAppBusinessPhoneNumber`. */
	readonly graphType: string;
	readonly example?: T;
}

export type FieldResolver<T> = (object: T, request: GraphRequest, field: FieldRequest) => unknown;
export type EdgeHandler<T> = (object: T, request: GraphRequest) => unknown;
export type PathHandler = (request: GraphRequest) => unknown;

export interface NodeDefinition<T> {
	find(id: string): T | undefined;
	/** WABA that a token must have access to; `undefined`: no check. */
	accountIdOf?(object: T): string | undefined;
	/** Replaces `accountIdOf` for objects that do not belong to a WABA. */
	reaches?(object: T, request: GraphRequest): boolean;
	fields: Record<string, FieldResolver<T>>;
	/** Returned without `?fields=`. */
	defaults: string[];
	/** Permission needed for `GET /{id}`; default `whatsapp_business_management`, `null`: none. */
	scope?: string | null;
}

export interface EdgeOptions {
	/** Permission needed; default `whatsapp_business_management`, `null`: none. */
	scope?: string | null;
}

interface Edge {
	method: string;
	segments: string[];
	scope: string | null;
	handler: EdgeHandler<unknown>;
}

interface Node {
	nodeType: NodeType<unknown>;
	definition: NodeDefinition<unknown>;
	edges: Edge[];
	updates: Map<string, { scope: string | null; handler: EdgeHandler<unknown> }>;
}

const MANAGEMENT = 'whatsapp_business_management';

/**
 * A Graph API: object types with fields and edges, and a few other paths. Route modules register
 * what they serve; nothing here is specific to WhatsApp.
 */
export class Graph {
	private readonly nodes = new Map<NodeType<unknown>, Node>();
	private readonly paths = new Map<string, PathHandler>();
	private readonly missing: Array<{ pattern: RegExp; error: () => GraphError }> = [];

	constructor(private readonly world: World) {}

	/** Adds an object type: how to find one by ID, who can access it, its fields. */
	node<T>(nodeType: NodeType<T>, definition: NodeDefinition<T>): void {
		this.nodes.set(nodeType as NodeType<unknown>, {
			nodeType: nodeType as NodeType<unknown>,
			definition: definition as unknown as NodeDefinition<unknown>,
			edges: [],
			updates: new Map(),
		});
	}

	/** Adds a field to an object type of another module. */
	field<T>(nodeType: NodeType<T>, name: string, resolve: FieldResolver<T>): void {
		this.nodeOf(nodeType).definition.fields[name] = resolve as FieldResolver<unknown>;
	}

	/**
	 * Serves `METHOD /{id}/{path}`. `path` may have several segments and `:name` segments
	 * (`message_qrdls/:code`); an empty path is the object itself (`DELETE /{id}`).
	 */
	edge<T>(
		nodeType: NodeType<T>,
		method: 'GET' | 'POST' | 'DELETE',
		path: string,
		handler: EdgeHandler<T>,
		options: EdgeOptions = {},
	): void {
		this.nodeOf(nodeType).edges.push({
			method,
			segments: path === '' ? [] : path.split('/'),
			scope: options.scope === undefined ? MANAGEMENT : options.scope,
			handler: handler as EdgeHandler<unknown>,
		});
	}

	/** Serves `POST /{id}` when the body has this parameter (`webhook_configuration`, `pin`, …). */
	update<T>(
		nodeType: NodeType<T>,
		parameter: string,
		handler: EdgeHandler<T>,
		options: EdgeOptions = {},
	): void {
		this.nodeOf(nodeType).updates.set(parameter, {
			scope: options.scope === undefined ? MANAGEMENT : options.scope,
			handler: handler as EdgeHandler<unknown>,
		});
	}

	/** Serves a path that is not an object: `GET debug_token`, `GET oauth/access_token`. */
	path(method: 'GET' | 'POST' | 'DELETE', path: string, handler: PathHandler): void {
		this.paths.set(`${method} ${path}`, handler);
	}

	/** The error for IDs of this form that do not exist or that the token cannot access. */
	unknown(pattern: RegExp, error: () => GraphError): void {
		this.missing.push({ pattern, error });
	}

	/** Answers a request. Throws GraphError. */
	async handle(request: GraphRequest): Promise<unknown> {
		const own = this.paths.get(`${request.method} ${request.path.slice(1)}`);
		if (own) {
			await request.receive();
			return await own(request);
		}
		const [id, ...rest] = request.path.slice(1).split('/');
		const found = request.caller && this.find(id, request);
		if (!found) throw this.notFound(id, rest, request);
		const { node, object } = found;
		await request.receive();
		const edge = node.edges.find((candidate) => matches(candidate, request, rest));
		if (edge) {
			if (edge.scope) requireScope(request.caller, edge.scope);
			return await edge.handler(object, request);
		}
		if (rest.length === 0 && request.method === 'GET')
			return await this.read(node, object, request);
		if (rest.length === 0 && request.method === 'POST') return await update(node, object, request);
		throw this.notFound(id, rest, request, node);
	}

	/** The selected (or default) fields of an object. `id` is always included. */
	async project<T>(nodeType: NodeType<T>, object: T, request: GraphRequest): Promise<unknown> {
		const { fields } = request.params;
		return await this.select(
			this.nodeOf(nodeType),
			object,
			request,
			typeof fields === 'string' ? parseFields(fields) : undefined,
		);
	}

	private async read(node: Node, object: unknown, request: GraphRequest): Promise<unknown> {
		const scope = node.definition.scope === undefined ? MANAGEMENT : node.definition.scope;
		if (scope) requireScope(request.caller, scope);
		return await this.project(node.nodeType, object, request);
	}

	private async select(
		node: Node,
		object: unknown,
		request: GraphRequest,
		asked?: FieldRequest[],
	): Promise<Record<string, unknown>> {
		const { fields, defaults } = node.definition;
		const selection = asked ?? defaults.map((name) => ({ name, args: {} }));
		const answer: Record<string, unknown> = {};
		for (const field of selection) {
			if (!Object.hasOwn(fields, field.name)) {
				throw invalidParameter(
					`Tried accessing nonexisting field (${field.name}) on node type (${node.nodeType.graphType})`,
				);
			}
			const value = await fields[field.name](object, request, field);
			if (value !== undefined) answer[field.name] = value;
		}
		if (!('id' in answer) && fields.id) {
			answer.id = await fields.id(object, request, { name: 'id', args: {} });
		}
		return answer;
	}

	private find(id: string, request: GraphRequest): { node: Node; object: unknown } | undefined {
		for (const node of this.nodes.values()) {
			const object = node.definition.find(id);
			if (object === undefined) continue;
			return this.mayLoad(node, object, request) ? { node, object } : undefined;
		}
		return undefined;
	}

	private mayLoad(node: Node, object: unknown, request: GraphRequest): boolean {
		const { reaches, accountIdOf } = node.definition;
		if (reaches) return reaches(object, request);
		const accountId = accountIdOf?.(object);
		return accountId === undefined || reachesAccount(this.world, request.caller, accountId);
	}

	private notFound(id: string, rest: string[], request: GraphRequest, node?: Node): GraphError {
		const missing = node ? undefined : this.missing.find(({ pattern }) => pattern.test(id));
		if (missing) return missing.error();
		const looksLikeId = /^\d+$/.test(id) || id.includes(':') || node !== undefined;
		if (!looksLikeId) return unknownPath(request.path);
		if (node && rest.length > 0) {
			const known = node.edges.some((edge) => edge.segments[0] === rest[0]);
			if (!known && request.method === 'GET') {
				return invalidParameter(
					`Tried accessing nonexisting field (${rest[0]}) on node type (${node.nodeType.graphType})`,
				);
			}
			if (!known) return unknownPath(`/${rest.join('/')}`);
		}
		return unknownObject(request.method, id);
	}

	private nodeOf<T>(nodeType: NodeType<T>): Node {
		const node = this.nodes.get(nodeType as NodeType<unknown>);
		if (!node)
			throw new Error(`Register the node ${nodeType.graphType} before its fields and edges`);
		return node;
	}
}

function matches(edge: Edge, request: GraphRequest, rest: string[]): boolean {
	if (edge.method !== request.method || edge.segments.length !== rest.length) return false;
	const parts: Record<string, string> = {};
	for (const [index, segment] of edge.segments.entries()) {
		if (segment.startsWith(':')) parts[segment.slice(1)] = decodeURIComponent(rest[index]);
		else if (segment !== rest[index]) return false;
	}
	Object.assign(request.parts, parts);
	return true;
}

/** `POST /{id}`: applies every known parameter of the body; rejects a body without any. */
async function update(node: Node, object: unknown, request: GraphRequest): Promise<unknown> {
	const known = [...node.updates].filter(([name]) => request.params[name] !== undefined);
	if (known.length === 0) throw unknownObject(request.method, request.path.slice(1));
	let answer: unknown;
	for (const [, { scope, handler }] of known) {
		if (scope) requireScope(request.caller, scope);
		answer = await handler(object, request);
	}
	return answer;
}
