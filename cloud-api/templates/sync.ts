import type { TemplateRecord } from './record';

/** What a workflow kept of the last sync; only the ID is needed, more tells more. */
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

/** A template that is gone: all that is left of it is what the last sync kept. */
export type RemovedTemplate = PreviousTemplate & { syncedAt: string };

export type ChangedTemplate = (TemplateRecord | RemovedTemplate) & TemplateChange;

/**
 * What differs between the templates there are and those of the last sync: new, changed and removed
 * ones. `complete` tells that all templates of the account were read; only then absence means removal.
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
 * The templates that changed after a moment, by the times Meta gives (`last_updated_time`, the date of
 * the quality score). A template for which Meta gives no time is kept: better twice than never.
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
