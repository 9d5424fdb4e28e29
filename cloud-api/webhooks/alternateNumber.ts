import { alternateFormat } from '../phoneNumbers/alternateFormat';

/** The alternate format of a WhatsApp ID (digits without "+"), e.g. of a Brazilian mobile number. */
export function alternateNumber(waId: string): string | undefined {
	return alternateFormat(`+${waId}`)?.slice(1);
}
