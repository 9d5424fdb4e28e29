import type { TemplateRecord } from './record';

/** A template of the last sync; only the ID is required. */
export interface PreviousTemplate {
	templateId: string;
	fingerprint?: string;
	status?: string;
	category?: string;
	quality?: string;
	name?: string;
	language?: string;
}

/** One difference between two syncs. */
export interface TemplateChange {
	change: 'new' | 'changed' | 'removed';
	/** In words, e.g. `status: PENDING → APPROVED`. */
	changes: string[];
}

/** A deleted template with the fields of the last sync. */
export type RemovedTemplate = PreviousTemplate & { syncedAt: string };

export type ChangedTemplate = (TemplateRecord | RemovedTemplate) & TemplateChange;

/**
 * Returns the templates that are new, changed, or removed since the last sync. Pass `complete` only if all
 * templates of the account were read; otherwise removed templates are not reported.
 */
export function changedTemplates(
	current: readonly TemplateRecord[],
	previous: readonly PreviousTemplate[],
	{ complete, syncedAt }: { complete: boolean; syncedAt: string },
): ChangedTemplate[] {
	const before = new Map(previous.map((template) => [String(template.templateId), template]));
	const changed = current.flatMap((record): ChangedTemplate[] => {
		const old = before.get(record.templateId);
		if (!old) return [{ ...record, change: 'new', changes: [] }];
		if (old.fingerprint === record.fingerprint) return [];
		return [{ ...record, change: 'changed', changes: differences(old, record) }];
	});
	if (!complete) return changed;
	const present = new Set(current.map(({ templateId }) => templateId));
	const removed = previous
		.filter(({ templateId }) => !present.has(String(templateId)))
		.map((old): ChangedTemplate => ({ ...old, syncedAt, change: 'removed', changes: [] }));
	return [...changed, ...removed];
}

/**
 * Returns the templates that changed after a time, according to `last_updated_time` and the date of the
 * quality score. Includes templates without a time.
 */
export function changedSince<T extends { times: Array<number | undefined> }>(
	templates: readonly T[],
	since: number,
): T[] {
	return templates.filter(({ times }) => {
		const known = times.filter((time): time is number => time !== undefined);
		return known.length === 0 || known.some((time) => time > since);
	});
}

function differences(old: PreviousTemplate, now: TemplateRecord): string[] {
	const named = (['status', 'category', 'quality'] as const)
		.filter((field) => old[field] !== undefined && old[field] !== now[field])
		.map((field) => `${field}: ${old[field]} → ${now[field]}`);
	return named.length > 0 ? named : ['content'];
}
