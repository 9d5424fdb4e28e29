import { InvalidInputError } from '../errors/cloudApiError';
import { graphId } from '../graphId';

/** The most templates Meta lets one call delete, archive or unarchive. */
export const MAX_IDS = 100;
/** The account's ID, checked before it becomes part of a URL. */
export function accountId(account: string): string {
	return graphId(account, 'account', 'The WhatsApp Business Account ID');
}

/** A template's ID, checked before it becomes part of a URL. */
export function templateId(id: string, field = 'template'): string {
	return graphId(id, field, 'The template ID');
}

/** Up to 100 template IDs, each checked. */
export function idList(ids: readonly string[]): string[] {
	if (ids.length >= 1 && ids.length <= MAX_IDS)
		return ids.map((id) => templateId(id, 'templateIds'));
	throw new InvalidInputError(
		'templateIds',
		ids.length === 0 ? 'No template ID was given' : `${ids.length} template IDs were given`,
		`Give 1 to ${MAX_IDS} template IDs at a time, separated by commas or as a list; Template → Get Many gives them.`,
	);
}
