import { otherWriting } from '../messages/otherWriting';

/** The alternate format of a WhatsApp ID (digits without "+"), e.g. of a Brazilian mobile number. */
export function alternateNumber(waId: string): string | undefined {
	return otherWriting(`+${waId}`)?.slice(1);
}
