/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- obviously fake values of a sandbox */
/** One WhatsApp user, as the seed and the control API create them. */
export interface SeedCustomer {
	/** International digits without `+`, as Meta writes a `wa_id`. */
	waId: string;
	/** Profile name. */
	name: string;
	/** Business-scoped user ID (BSUID) towards the seed business: `<ISO2>.<alphanumerics>`. */
	userId: string;
	/** Username without `@`. A user with a username may hide the phone number, see `CustomerSettings`. */
	username?: string;
}

/** A phone number of the account. */
export interface SeedNumber {
	phoneNumberId: string;
	displayPhoneNumber: string;
	verifiedName: string;
}

/** The contents of a new sandbox. Every value is obviously fake and the same on every start. */
export interface Seed {
	appId: string;
	appName: string;
	appSecret: string;
	accessToken: string;
	businessId: string;
	/** WhatsApp Business Account (WABA) ID. */
	businessAccountId: string;
	businessAccountName: string;
	phoneNumberId: string;
	/** In display format: `+1 555-010-0100`. */
	displayPhoneNumber: string;
	verifiedName: string;
	/** Further phone numbers of the account. */
	moreNumbers: SeedNumber[];
	/** A published flow: one screen with a rating, a comment, and a consent. */
	flowId: string;
	/** A flow that is a draft: two screens. */
	draftFlowId: string;
	customers: SeedCustomer[];
}

/** The default seed. Its values go into the credential. */
export function defaultSeed(): Seed {
	return {
		appId: '100000000000001',
		appName: 'Sandbox App',
		appSecret: '0123456789abcdef0123456789abcdef',
		accessToken: 'EAASANDBOXTOKEN0000000000000000000000000000000001',
		businessId: '200000000000001',
		businessAccountId: '300000000000001',
		businessAccountName: 'Sandbox Bakery',
		phoneNumberId: '400000000000001',
		displayPhoneNumber: '+1 555-010-0100',
		verifiedName: 'Sandbox Bakery',
		moreNumbers: [
			{
				phoneNumberId: '400000000000002',
				displayPhoneNumber: '+1 555-010-0101',
				verifiedName: 'Sandbox Bakery Catering',
			},
		],
		flowId: '700000000000001',
		draftFlowId: '700000000000002',
		customers: [
			{ waId: '15550100201', name: 'Ana Lima', userId: 'US.1000000000000000201' },
			{ waId: '447700900202', name: 'Ben Okafor', userId: 'GB.1000000000000000202' },
			{
				waId: '919999900203',
				name: 'Chitra Rao',
				userId: 'IN.1000000000000000203',
				username: 'chitra.bakes',
			},
		],
	};
}
