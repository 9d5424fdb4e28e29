import type { GraphApi } from '../../graph';

/** The owner of a callback URL, and how it responds. */
export interface CallbackVerdict {
	owner: 'thisN8n' | 'otherN8n' | 'otherProgram';
	/** `unused`: n8n itself says that no published workflow listens there. */
	answer: 'answers' | 'unused' | 'otherToken' | 'unknown';
	/** HTTP status or error of an unknown answer. */
	reason?: string;
	/** HTTP status of an unknown answer; absent when none came. */
	status?: number;
	/** Whether it holds a list of fields only. */
	isPlaceholder: boolean;
	isTest: boolean;
}

/** What is to be diagnosed, and with what. */
export interface Subject {
	graph: GraphApi;
	accessToken: string;
	/** Whether Meta's login dialog issued the token, so that another one is not pasted. */
	fromLogin?: boolean;
	/** Empty text where the credential has none. */
	appId: string;
	/** Whether a token that expires soon is renewed when it is used, with app ID and app secret. */
	renewsToken?: boolean;
	/** Whether calls as the app (ID and secret) are possible. */
	hasAppSecret: boolean;
	businessAccountId: string;
	phoneNumberId: string;
	/** PEM of the credential's key for flows with an endpoint; absent when it has none. */
	flowPublicKey?: string;
	/** A single phone number to look at, instead of all that the token reaches. */
	onlyPhoneNumberId?: string;
	/** Public address of this n8n, e.g. `https://n8n.example.com`, for messages. */
	ownAddress?: string;
	/** Determines the owner of a callback URL and how it responds to n8n. */
	judge(callbackUrl: string): Promise<CallbackVerdict>;
	/** Unix seconds. */
	now: number;
	/** What may be fixed during the check. */
	repair?: {
		/** Subscribe the app to the account when it is not. */
		subscribe?: boolean;
		/** Register the number with this PIN when it is not. */
		registerPin?: string;
	};
}
