import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../runtime/parameters';

/** An option collection with a name for the file, where the file's own shall not count. */
export function fileNameOption(description: string): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. photo.jpg',
				description,
			},
		],
	};
}

/** The name that was entered; `undefined` when there is none. */
export function chosenFileName(param: Parameters): string | undefined {
	return param.group('options').text('fileName').trim() || undefined;
}
