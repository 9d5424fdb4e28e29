import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

export interface MediaFieldNames {
	/** `binary`, `link` or `id`. */
	source: string;
	binary: string;
	link: string;
	id: string;
}

/** Names of the fields under a prefix: `media` → `mediaSource`, `mediaBinary`, … */
export function mediaFieldNames(prefix: string): MediaFieldNames {
	return {
		source: `${prefix}Source`,
		binary: `${prefix}Binary`,
		link: `${prefix}Link`,
		id: `${prefix}Id`,
	};
}

/** Where a file comes from: binary data of the item, a public link, or the ID of an uploaded file. */
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
					description: 'A file that an earlier node has loaded; it is uploaded first',
				},
				{
					name: 'Link',
					value: 'link',
					description: 'A public address, from which Meta fetches it',
				},
				{ name: 'Media ID', value: 'id', description: 'A file that was uploaded before' },
			],
			default: 'binary',
		},
		{
			displayName: `${title} Input Field Name`,
			name: names.binary,
			type: 'string',
			displayOptions: when('binary'),
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input field containing the binary file data',
			description: 'Under which name the item carries the file',
		},
		{
			displayName: `${title} Link`,
			name: names.link,
			type: 'string',
			displayOptions: when('link'),
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			description:
				'Address that Meta can reach without a login. Meta keeps its content for 10 minutes; add a changing query to have it fetched anew.',
		},
		{
			displayName: `${title} ID`,
			name: names.id,
			type: 'string',
			displayOptions: when('id'),
			default: '',
			placeholder: 'e.g. 1037543291543636',
			description: 'ID that an upload gave, by this sender and at most 30 days ago',
		},
	];
}
