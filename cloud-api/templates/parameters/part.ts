/** A part of a template message in Meta's format. */
export type Part = Record<string, unknown>;

/** A value with its ID, or with the rest of its ID. */
export type Entry = [id: string, value: unknown];
