import { parseRecipient, type Recipient } from '../../../cloud-api/messages/recipient';
import type { Parameters } from './parameters';

/** The recipient that the item's form names. */
export function recipientOf(param: Parameters): Recipient {
	const options = param.group('options');
	return parseRecipient(param.text('recipient'), {
		defaultCountry: options.optionalText('defaultCountry'),
		allowUnusualNumbers: options.flag('allowUnusualNumbers'),
	});
}
