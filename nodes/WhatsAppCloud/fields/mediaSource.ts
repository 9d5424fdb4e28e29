import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

export interface MediaFieldNames {
	/** `binary`, `link` or `id`. */
	source: string;
	binary: string;
	link: string;
	id: string;
}

/** Returns the parameter names with a prefix: `media` → `mediaSource`, `mediaBinary`, … */
export function mediaFieldNames(prefix: string): MediaFieldNames {
	return {
		source: `${prefix}Source`,
		binary: `${prefix}Binary`,
		link: `${prefix}Link`,
		id: `${prefix}Id`,
	};
}

/** The source of a file. */
export function mediaSource(
	prefix = 'media',
	title = 'Media',
	show: NonNullable<IDisplayOptions['show']> = {},
): INodeProperties[] {
	const names = mediaFieldNames(prefix);
	const when = (source: string): IDisplayOptions => ({
		show: { ...show, [names.source]: [source] },
	});
	return [
		{
			displayName: `${title} Source`,
			name: names.source,
			type: 'options',
			...(Object.keys(show).length > 0 && { displayOptions: { show } }),
			options: [
				{
					name: 'Binary File',
					value: 'binary',
					description: 'A file of the item, which is uploaded first',
				},
				{
					name: 'Link',
					value: 'link',
					description: 'A public URL that Meta downloads',
				},
				{ name: 'Media ID', value: 'id', description: 'An uploaded file' },
			],
			default: 'binary',
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
			displayOptions: when('link'),
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			description:
				'URL that Meta can download without a login. Meta caches the file for 10 minutes; change the query of the URL to avoid that.',
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
