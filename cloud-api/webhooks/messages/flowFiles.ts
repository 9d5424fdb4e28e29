import { compact, isRecord, text, type Json } from '../read';
import { mediaFields } from './media';

/** Meta takes at most 10 files per flow; a malformed answer must not cost more. */
const MAX_FILES = 30;
const MAX_DEPTH = 4;

/** A file in a flow's answer: `{ id, file_name, mime_type, sha256 }`. */
export function isFile(value: unknown): value is Json {
	if (!isRecord(value) || text(value.id) === undefined) return false;
	return [value.mime_type, value.file_name, value.sha256].some((fact) => text(fact) !== undefined);
}

/**
 * The files that a customer attached in a flow (PhotoPicker, DocumentPicker): ordinary media. `field`
 * is the field of the answer that contains the file.
 */
export function flowFiles(answer: Json): Json[] {
	const found: Json[] = [];
	collect(answer, [], found);
	return found;
}

function collect(value: unknown, path: string[], found: Json[]): void {
	if (found.length >= MAX_FILES) return;
	if (isFile(value)) {
		found.push(compact({ field: path.join('.'), ...mediaFields(value) }));
	} else if (Array.isArray(value)) {
		for (const entry of value as unknown[]) collect(entry, path, found);
	} else if (isRecord(value) && path.length < MAX_DEPTH) {
		for (const key in value) collect(value[key], [...path, key], found);
	}
}
