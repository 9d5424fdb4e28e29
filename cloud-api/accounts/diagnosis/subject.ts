import type { GraphApi } from '../../graph';

/** What is to be diagnosed, and with what. */
export interface Subject {
	graph: GraphApi;
	accessToken: string;
	/** Empty text where the credential has none. */
	appId: string;
	/** Whether calls as the app (ID and secret) are possible. */
	hasAppSecret: boolean;
	businessAccountId: string;
	phoneNumberId: string;
	/** Public address of this n8n, e.g. `https://n8n.example.com`; callbacks below it are ours. */
	ownOrigin?: string;
	/**
	 * HTTP status with which a callback answers a handshake that has a wrong verify token, `undefined`
	 * when it does not answer.
	 */
	probe(callbackUrl: string): Promise<number | undefined>;
	/** Unix seconds. */
	now: number;
	/** What may be put right on the way. */
	repair?: {
		/** Subscribe the app to the account when it is not. */
		subscribe?: boolean;
		/** Register the number with this PIN when it is not. */
		registerPin?: string;
	};
}
