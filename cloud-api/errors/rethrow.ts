/** Throws an error unchanged, e.g. at the end of a `catch` that explains some errors only. */
export function rethrow(error: unknown): never {
	throw error;
}
