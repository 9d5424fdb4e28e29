import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';

export interface InputFile {
	/** As declared by the workflow, e.g. `image/png`. */
	mimeType: string;
	fileName?: string;
	/** Bytes. */
	size?: number;
	/** Tells two files apart within one execution without reading them. */
	key: string;
	read(): Promise<Buffer>;
}

/** Bytes or a Node stream. */
export type FileContent = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** Binary data of one item. */
export class Files {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
	) {}

	/**
	 * The file under a binary field of the item, not yet read.
	 *
	 * @param field name of the parameter that holds the name, for the message
	 * @throws InvalidInputError that lists the names there are
	 */
	input(name: string, field: string): InputFile {
		const { binary = {} } = this.context.getInputData()[this.itemIndex] ?? {};
		const data: IBinaryData | undefined = Object.hasOwn(binary, name) ? binary[name] : undefined;
		if (!data) {
			const names = Object.keys(binary);
			throw new InvalidInputError(
				field,
				`The item has no file under the name "${name}"`,
				names.length > 0
					? `The files of this item are named: ${names.join(', ')}. Enter one of these names.`
					: 'The item carries no file at all. Put a node before this one that loads it (HTTP Request, Read/Write Files, Google Drive, …), or switch to a link or a media ID.',
			);
		}
		return {
			mimeType: data.mimeType,
			fileName: data.fileName,
			size: sizeOf(data),
			key: data.id ?? `item-${this.itemIndex}-${name}`,
			read: async () => await this.context.helpers.getBinaryDataBuffer(this.itemIndex, name),
		};
	}

	/** Stores a stream or bytes as binary data of an output item without holding the whole in memory. */
	async output(content: FileContent, fileName?: string, mimeType?: string): Promise<IBinaryData> {
		return await this.context.helpers.prepareBinaryData(content, fileName, mimeType);
	}
}

function sizeOf({ bytes, data, id }: IBinaryData): number | undefined {
	if (typeof bytes === 'number') return bytes;
	return id === undefined && data ? Math.floor((data.length * 3) / 4) : undefined;
}
