import { randomBytes } from 'crypto';

/** Creates IDs as the Graph API does. Object IDs count up, so they are unique and easy to read in a log. */
export class Ids {
	private counter = 0;

	/** A Graph object ID: 15 or 16 digits. `family` is its leading digit: 5 media, 6 templates, 7 flows … */
	object(family: number): string {
		this.counter += 1;
		return `${family}${String(this.counter).padStart(15, '0')}`;
	}

	/**
	 * A message ID: `wamid.` and the base64 of a small binary envelope around the customer's number
	 * and a random key, in the format of Meta's message IDs (`wamid.HBgL…`).
	 */
	message(waId: string): string {
		const key = randomBytes(9).toString('hex').toUpperCase();
		const envelope = Buffer.concat([
			Buffer.from([0x1c, 0x18, waId.length]),
			Buffer.from(waId, 'ascii'),
			Buffer.from([0x15, 0x02, 0x00, 0x11, 0x18, key.length]),
			Buffer.from(key, 'ascii'),
			Buffer.from([0x00]),
		]);
		return `wamid.${envelope.toString('base64')}`;
	}

	/** A group ID: base64 text, as in `Y2FwaV9ncm91cDo…` (Meta's pages on groups). */
	group(): string {
		this.counter += 1;
		return Buffer.from(`capi_group:12036300000000000${this.counter}`).toString('base64url');
	}

	/** A value for `fbtrace_id`: 23 characters. */
	trace(): string {
		return `A${randomBytes(17).toString('base64url').slice(0, 22)}`;
	}
}
