import { InvalidInputError } from '../errors/cloudApiError';
import { graphId } from '../graphId';

/** The most templates that one request can delete, archive, or unarchive (Meta: message templates). */
export const MAX_IDS = 100;
/** Returns the account ID after checking that it can be part of a URL. */
export function accountId(account: string): string {
	return graphId(account, 'account', 'The WhatsApp Business Account ID');
}

/** Returns a template ID after checking that it can be part of a URL. */
export function templateId(id: string, field = 'template'): string {
	return graphId(id, field, 'The template ID');
}

/** Returns up to 100 template IDs, each checked. */
export function idList(ids: readonly string[]): string[] {
	if (ids.length >= 1 && ids.length <= MAX_IDS)
		return ids.map((id) => templateId(id, 'templateIds'));
	throw new InvalidInputError(
		'templateIds',
		ids.length === 0 ? 'No template ID was entered' : `${ids.length} template IDs were entered`,
		`Enter 1 to ${MAX_IDS} template IDs, separated by commas or as a list. Template → Get Many returns them.`,
	);
}
