/** A file size: 812 B, 34 kB, 1.2 MB. */
export function fileSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Short name of a file type: PDF, XLSX, CSV, … */
export function fileType(mimeType: string, filename = ''): string {
	const extension = /\.([a-z0-9]{1,5})$/i.exec(filename)?.[1];
	const subtype = mimeType.split(/[/;]/)[1] ?? '';
	return (extension ?? subtype.replace(/^.*[.+-]/, '').slice(0, 5)).toUpperCase() || 'FILE';
}
