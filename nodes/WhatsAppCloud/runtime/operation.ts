import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { GraphApi } from '../../../cloud-api/graph';
import type { ParameterField } from '../../../cloud-api/templates/parameters/fields';
import type { ParameterValues } from '../../../cloud-api/templates/parameters/values';
import type { Credential } from '../../shared/credential';
import type { Files } from './files';
import type { Parameters } from './parameters';

/**
 * One entry of the node's menu: its texts, its form, and what it does with one item.
 * The runtime handles loops, rate limits, retries, pairing, and error mapping.
 */
export interface Operation {
	/** Title Case, e.g. `Send Text`. */
	name: string;
	value: string;
	/** Sentence case with the resource, e.g. `Send a text message`. */
	action: string;
	/** Shown in the menu, and to AI agents as the tool's description. */
	description: string;
	fields: INodeProperties[];
	/** Whether it sends messages, and so is subject to the throughput of the sender. */
	sends?: boolean;
	run(call: Call): Promise<Result>;
}

export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
}

/** What an operation receives for one item. */
export interface Call {
	graph: GraphApi;
	credential: Credential;
	param: Parameters;
	/** Binary data of the item, in and out. */
	files: Files;
	/** Runs `make` once per execution for the same key, e.g. to upload a file once for many recipients. */
	once<T>(key: string, make: () => Promise<T>): Promise<T>;
	itemIndex: number;
	/** The calls of all items of the run, for what is sent in one request; use it inside {@link once}. */
	all(): Call[];
	/**
	 * Values that an operation adds to a template that it sends through Send Template, by parameter ID, e.g.
	 * the payloads of its buttons.
	 */
	templateAdditions?: (fields: readonly ParameterField[]) => ParameterValues;
	/** For what the fields above do not offer. */
	context: IExecuteFunctions;
}

/** A plain object is one output item, an array several, {@link withBinary} one with files. */
export type Result = IDataObject | ItemWithBinary | Array<IDataObject | ItemWithBinary>;

export class ItemWithBinary {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

export function withBinary(json: IDataObject, binary: IBinaryKeyData): ItemWithBinary {
	return new ItemWithBinary(json, binary);
}
