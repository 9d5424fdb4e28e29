import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../runtime/parameters';
import { optionsCollection } from './options';

/** Options with a file name. */
export function fileNameOption(description: string): INodeProperties {
	return optionsCollection([
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. photo.jpg',
			description,
		},
	]);
}

/** Returns the file name, or undefined if it is empty. */
export function chosenFileName(param: Parameters): string | undefined {
	return param.group('options').text('fileName').trim() || undefined;
}
