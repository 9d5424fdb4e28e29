import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

export interface MediaFieldNames {
	/** `binary`, `link`, `download`, `id`, or `base64`. */
	source: string;
	binary: string;
	link: string;
	id: string;
	data: string;
}

/** Returns the parameter names with a prefix: `media` → `mediaSource`, `mediaBinary`, … */
export function mediaFieldNames(prefix: string): MediaFieldNames {
	return {
		source: `${prefix}Source`,
		binary: `${prefix}Binary`,
		link: `${prefix}Link`,
		id: `${prefix}Id`,
		data: `${prefix}Data`,
	};
}

interface MediaSourceOptions {
	/** Prefix of the parameter names. */
	prefix?: string;
	/** Prefix of the labels. */
	title?: string;
	show?: NonNullable<IDisplayOptions['show']>;
	/** The default source. */
	source?: 'binary' | 'link';
}

/** The source of a file. */
export function mediaSource({
	prefix = 'media',
	title = 'Media',
	show = {},
	source = 'binary',
}: MediaSourceOptions = {}): INodeProperties[] {
	const names = mediaFieldNames(prefix);
	const when = (...sources: string[]): IDisplayOptions => ({
		show: { ...show, [names.source]: sources },
	});
	return [
		{
			displayName: `${title} Source`,
			name: names.source,
			type: 'options',
			...(Object.keys(show).length > 0 && { displayOptions: { show } }),
			options: [
				{
					name: 'Base64 or Data URL',
					value: 'base64',
					description: 'A file as text, which is uploaded first',
				},
				{
					name: 'Binary File',
					value: 'binary',
					description: 'A file of the item, which is uploaded first',
				},
				{ name: 'Link', value: 'link', description: 'A public URL that Meta downloads' },
				{
					name: 'Link (Download First)',
					value: 'download',
					description: 'A URL, even in a private network, that n8n downloads and then uploads',
				},
				{ name: 'Media ID', value: 'id', description: 'An uploaded file' },
			],
			default: source,
			description: 'Where the file comes from',
		},
		{
			displayName: `${title} Data Field Name`,
			name: names.binary,
			type: 'string',
			displayOptions: when('binary'),
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input field containing the binary file data to be uploaded',
			description: 'Name of the binary field that contains the file',
		},
		{
			displayName: `${title} Link`,
			name: names.link,
			type: 'string',
			displayOptions: when('link', 'download'),
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			description:
				'URL of the file. Meta downloads a link without authentication and caches it for 10 minutes; change the query string to bypass the cache.',
		},
		{
			displayName: `${title} Content`,
			name: names.data,
			type: 'string',
			displayOptions: when('base64'),
			default: '',
			placeholder: 'e.g. data:image/png;base64,iVBORw0KGgo…',
			description: 'The file as a data URL or as Base64',
		},
		{
			displayName: `${title} ID`,
			name: names.id,
			type: 'string',
			displayOptions: when('id'),
			default: '',
			placeholder: 'e.g. 1037543291543636',
			description: 'Media ID of a file that this sender uploaded in the last 30 days',
		},
	];
}
