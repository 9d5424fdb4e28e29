/** A call from a customer to the business. */
export interface CallView {
	/** `wacid.…` */
	id: string;
	phoneNumberId: string;
	/** WhatsApp ID. */
	customer: string;
	/** `ringing`, then `accepted`, then one of the others. `missed`: nobody answered. */
	state: 'ringing' | 'accepted' | 'rejected' | 'missed' | 'canceled' | 'ended';
	startedAt: number;
	acceptedAt?: number;
	endedAt?: number;
}

/** How a customer calls. */
export interface CallInput {
	/** Default: the seed's number. */
	phoneNumberId?: string;
	/** `payload` of the call button that was tapped. */
	ctaPayload?: string;
	/** `biz_payload` of the call link that was opened. */
	deeplinkPayload?: string;
}
