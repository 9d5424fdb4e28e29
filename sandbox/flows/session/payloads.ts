import type { JsonObject } from '../../control/types';
import type { PhoneNumber } from '../../world/directory';
import type { World } from '../../world/world';
import { asCdnFile, asMedia, FlowFile } from './files';

/** The values of an answer message: its files become media of the number. */
export function answerOf(world: World, number: PhoneNumber, value: unknown): unknown {
	if (value instanceof FlowFile) return asMedia(world, number, value);
	if (Array.isArray(value)) return value.map((one) => answerOf(world, number, one));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, answerOf(world, number, one)]),
	);
}

/** The values of a request to an endpoint: its files become encrypted files to download. */
export async function requestOf(world: World, value: unknown): Promise<unknown> {
	if (value instanceof FlowFile) return await asCdnFile(world, value);
	if (Array.isArray(value)) {
		return await Promise.all(value.map(async (one) => await requestOf(world, one)));
	}
	if (value === null || typeof value !== 'object') return value;
	const entries = await Promise.all(
		Object.entries(value).map(async ([key, one]) => [key, await requestOf(world, one)] as const),
	);
	return Object.fromEntries(entries);
}

/** The values of a form as the control API shows them: files without their bytes. */
export function viewOf(form: Record<string, unknown>): JsonObject {
	return Object.fromEntries(
		Object.entries(form).map(([name, value]) => [
			name,
			Array.isArray(value) && value[0] instanceof FlowFile
				? (value as FlowFile[]).map(({ id, name: filename, mimeType, size }) => ({
						id,
						filename,
						mimeType,
						size,
					}))
				: (value as JsonObject[string]),
		]),
	);
}
