import { createHash } from 'crypto';
import type { Template } from './template';

/** The fields that the fingerprint covers. */
const WATCHED = [
	'status',
	'category',
	'previous_category',
	'correct_category',
	'rejected_reason',
	'parameter_format',
	'components',
] as const;

/**
 * Returns a short text that changes if and only if the template changes. Sample files are ignored, because
 * Meta returns new links to them with every request.
 */
export function fingerprint(template: Template): string {
	const watched = [template.quality_score?.score, ...WATCHED.map((field) => template[field])];
	return createHash('sha256').update(stable(watched)).digest('hex').slice(0, 16);
}

/** Returns JSON with sorted keys and without links to sample files. */
function stable(value: unknown): string {
	return JSON.stringify(value, (key, part: unknown) => {
		if (key === 'header_handle') return 'sample file';
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(
			Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)),
		);
	});
}
