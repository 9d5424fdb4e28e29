const OFFICE_XML = 'application/vnd.openxmlformats-officedocument';

/** Content of `[Content_Types].xml` packages by a path that only one kind of package has. */
const PACKAGES: ReadonlyArray<[path: RegExp, mimeType: string]> = [
	[/^(word|xl|ppt)\/vbaProject\.bin$/, 'application/vnd.ms-office.macroEnabled'],
	[/^word\//, `${OFFICE_XML}.wordprocessingml.document`],
	[/^xl\//, `${OFFICE_XML}.spreadsheetml.sheet`],
	[/^ppt\//, `${OFFICE_XML}.presentationml.presentation`],
	[/^visio\//, 'application/vnd.ms-visio.drawing'],
];

/** Names of the streams that Word, Excel, and PowerPoint keep in files of before 2007. */
const STREAMS: ReadonlyArray<[name: string, mimeType: string]> = [
	['WordDocument', 'application/msword'],
	['Workbook', 'application/vnd.ms-excel'],
	['PowerPoint Document', 'application/vnd.ms-powerpoint'],
	['Book', 'application/vnd.ms-excel'],
];

/**
 * Returns the type of a ZIP archive by the entries of its package: Office files, OpenDocument, EPUB.
 * `application/zip` for other archives, and `undefined` if neither start nor end names enough entries.
 *
 * @param head the first bytes
 * @param tail the last bytes, where the archive lists its entries
 */
export function zipFormat(head: Uint8Array, tail?: Uint8Array): string | undefined {
	const start = latin1(head);
	const declared = /^mimetype(application\/[\w.+-]+)/.exec(start.slice(30, 130))?.[1];
	if (declared) return declared.replace(/PK$/, '');
	const names = [
		...entriesIn(start, 'PK\u0003\u0004', 26, 30),
		...entriesIn(latin1(tail), 'PK\u0001\u0002', 28, 46),
	];
	const isPackage = names.includes('[Content_Types].xml');
	for (const [path, mimeType] of PACKAGES)
		if (names.some((name) => path.test(name)) && (isPackage || !tail)) return mimeType;
	if (tail) return 'application/zip';
	return isPackage ? undefined : names.length > 1 ? 'application/zip' : undefined;
}

/** Returns the type of an Office file of before 2007, or `undefined` if its directory is not in the bytes. */
export function oleFormat(head: Uint8Array, tail?: Uint8Array): string | undefined {
	const text = `${latin1(head)}${latin1(tail)}`;
	return STREAMS.find(([name]) => text.includes([...name].join('\0')))?.[1];
}

/** Names of the entries whose records start with a signature. */
function entriesIn(text: string, signature: string, lengthAt: number, nameAt: number): string[] {
	const names: string[] = [];
	for (let at = text.indexOf(signature); at >= 0; at = text.indexOf(signature, at + 4)) {
		const length = text.charCodeAt(at + lengthAt) + text.charCodeAt(at + lengthAt + 1) * 256;
		const name = text.slice(at + nameAt, at + nameAt + length);
		if (length > 0 && name.length === length) names.push(name.replace(/\\/g, '/'));
	}
	return names;
}

function latin1(bytes: Uint8Array | undefined): string {
	if (!bytes) return '';
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
