import type { INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

/** Convert to File: "Move Base64 String to File" and "Convert to Text File". */
export const convertToFile: INodeType = {
	description: describe(
		'convertToFile',
		[1, 1.1],
		[
			parameter('operation', 'options', 'csv', { options: [] }),
			parameter('sourceProperty', 'string', ''),
			parameter('binaryPropertyName', 'string', 'data'),
			options(
				'options',
				parameter('fileName', 'string', ''),
				parameter('mimeType', 'string', ''),
				parameter('encoding', 'options', 'utf8', { options: [] }),
			),
		],
	),
	async execute() {
		const items = this.getInputData().map(async ({ json }, index) => {
			const operation = this.getNodeParameter('operation', index) as string;
			if (operation !== 'toBinary' && operation !== 'toText') {
				throw new NodeOperationError(
					this.getNode(),
					`The stand-in for Convert to File has no operation "${operation}"`,
					{ itemIndex: index },
				);
			}
			const field = this.getNodeParameter('sourceProperty', index) as string;
			const value = json[field];
			if (value === undefined) {
				throw new NodeOperationError(this.getNode(), `The value in "${field}" is not set`, {
					itemIndex: index,
				});
			}
			const bytes = Buffer.from(String(value), operation === 'toBinary' ? 'base64' : 'utf8');
			const { fileName, mimeType } = this.getNodeParameter('options', index, {}) as {
				fileName?: string;
				mimeType?: string;
			};
			const target = this.getNodeParameter('binaryPropertyName', index, 'data') as string;
			return {
				json: {},
				binary: { [target]: await this.helpers.prepareBinaryData(bytes, fileName, mimeType) },
				pairedItem: { item: index },
			};
		});
		return [await Promise.all(items)];
	},
};
