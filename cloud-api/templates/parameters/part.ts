/** A piece of a template message in Meta's words. */
export type Part = Record<string, unknown>;

/** A value with its id, or with what is left of the id at its place. */
export type Entry = [id: string, value: unknown];
