import type { JsonObject } from './json';

/** A conversion event that a dataset has received. */
export interface ConversionView {
	datasetId: string;
	businessAccountId: string;
	eventName: string;
	/** Seconds since 1970. */
	eventTime: number;
	eventId?: string;
	/** `whatsapp_business_account_id`, `ctwa_clid`, hashes in `em` and `ph`. */
	userData: JsonObject;
	customData: JsonObject;
	testEventCode?: string;
	/** Whether an event with this ID and name came in the 48 hours before. */
	duplicate: boolean;
	receivedAt: number;
}
