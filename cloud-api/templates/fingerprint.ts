import { createHash } from 'crypto';
import type { Template } from './template';

/** The fields whose change a workflow wants to hear of. */
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
 * A short text that changes exactly when something of the template changes. The sample files of media
 * headers count as one: Meta signs their links anew with every call.
 */
export function fingerprint(template: Template): string {
	const watched = [template.quality_score?.score, ...WATCHED.map((field) => template[field])];
	return createHash('sha256').update(stable(watched)).digest('hex').slice(0, 16);
}

/** JSON with sorted keys and without what Meta varies by itself. */
function stable(value: unknown): string {
	return JSON.stringify(value, (key, part: unknown) => {
		if (key === 'header_handle') return 'sample file';
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(
			Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)),
		);
	});
}
