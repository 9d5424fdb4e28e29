import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { CloudApiError, GraphError, InvalidInputError } from '../../cloud-api/errors/cloudApiError';

export type NodeError = NodeApiError | NodeOperationError;

export interface ErrorPlace {
	/** Zero-based, as n8n counts items. */
	itemIndex?: number;
	/** Translates a field of `cloud-api` into its label in the form. */
	label?: (field: string) => string | undefined;
}

/**
 * The one place where an error becomes an error of n8n: what happened, with parameter and item, as the
 * message, how to fix it as the description, and Meta's facts in `context`.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	{ itemIndex, label }: ErrorPlace = {},
): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		return error;
	}
	const place = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	if (error instanceof GraphError) {
		const apiError = new NodeApiError(
			node,
			{ message: error.message },
			{
				message: `${error.message}${place}`,
				description: withMetaText(error),
				httpCode: String(error.status),
				itemIndex,
			},
		);
		Object.assign(apiError.context, error.details);
		return apiError;
	}
	const cloudError = error instanceof CloudApiError ? error : undefined;
	const parameter = error instanceof InvalidInputError ? label?.(error.field) : undefined;
	const text = error instanceof Error ? error.message : String(error);
	const operationError = new NodeOperationError(
		node,
		`${text}${parameter ? ` (parameter "${parameter}")` : ''}${place}`,
		{ description: cloudError?.description, itemIndex },
	);
	Object.assign(operationError.context, cloudError?.details);
	return operationError;
}

/** The fix, followed by Meta's own sentence where that says more. */
function withMetaText(error: GraphError): string {
	const { userMessage, details, message } = error.envelope;
	const own = (userMessage ?? details ?? message).replace(/[.\s]+$/, '');
	return error.message.includes(own) || error.description.includes(own)
		? error.description
		: `${error.description} Meta says: “${own}”`;
}

/**
 * The output of a failed item when the node continues: `{ error, details }`.
 *
 * n8n 2 sends it to the error branch because of these keys; n8n 1 requires `error` on the item itself, and
 * afterwards reduces an item that still has one to its message. So the item has it only for the error
 * branch, and not enumerable: n8n checks it and passes on a copy without it, including the details.
 */
export function failedItem(node: INode, error: NodeError, item: number): INodeExecutionData {
	const details: IDataObject = { description: error.description ?? undefined, ...error.context };
	delete details.itemIndex;
	const output: INodeExecutionData = {
		json: { error: error.message, details },
		pairedItem: { item },
	};
	return node.onError === 'continueErrorOutput'
		? Object.defineProperty(output, 'error', { value: error, enumerable: false })
		: output;
}
