import { GraphError } from '../graph/errors';

/** A rejected definition: code 100, the reason in `error_subcode` and in the user texts. */
export function invalidTemplate(
	userMessage: string,
	subcode?: number,
	userTitle = 'Message template could not be created',
): GraphError {
	return new GraphError({
		code: 100,
		message: 'Invalid parameter',
		subcode,
		isTransient: false,
		userTitle,
		userMessage,
	});
}

export const TOO_LONG = 2388040;
export const HEADER = 2388047;
export const BODY = 2388072;
export const FOOTER = 2388073;
export const NAME_TAKEN = 2388024;
export const LOCKED = 2388039;
export const TOO_MANY = 2388019;
export const DENSITY = 2388293;
export const AT_THE_EDGE = 2388299;
