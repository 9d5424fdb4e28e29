import { createHash } from 'crypto';
import type { CustomerSettings } from '../control/types';

/** A Meta app: its secret signs webhooks. */
export interface App {
	id: string;
	name: string;
	secret: string;
	businessId: string;
	/** Apps in development mode get no real webhooks. */
	live: boolean;
	subscriptions: Map<string, AppSubscription>;
}

export interface AppSubscription {
	object: string;
	callbackUrl: string;
	verifyToken: string;
	fields: string[];
	active: boolean;
}

/** A business portfolio: BSUIDs are scoped to it. */
export interface Business {
	id: string;
	name: string;
}

/** A callback override. Each app can set one. */
export interface CallbackOverride {
	url: string;
	verifyToken: string;
}

/** A WhatsApp Business Account (WABA). */
export interface BusinessAccount {
	id: string;
	name: string;
	businessId: string;
	currency: string;
	timezoneId: string;
	/** By app ID, with the override that the app has set. */
	subscribedApps: Map<string, { override?: CallbackOverride }>;
}

/** A business phone number. */
export interface PhoneNumber {
	id: string;
	businessAccountId: string;
	displayPhoneNumber: string;
	verifiedName: string;
	/** International digits without `+`. */
	digits: string;
	/** Country calling code, prepended to recipients without `+`. */
	countryCode: string;
	/** An unregistered number cannot send (133010). */
	registered: boolean;
	/** Override per app ID. */
	overrides: Map<string, CallbackOverride>;
	/** Service messages delivered in the current calendar month, for the free tier. */
	freeTier: { month: string; used: number };
}

export interface Customer {
	/** International digits. Every WhatsApp user has a phone number, even if the business does not see it. */
	waId: string;
	name: string;
	/** BSUID towards the seed business. */
	userId: string;
	username?: string;
	settings: CustomerSettings;
	/** Time of the customer's last message, by phone number ID. Opens the customer service window. */
	lastIncoming: Map<string, number>;
	createdAt: number;
	/** End of the typing indicator, by phone number ID. */
	typingUntil: Map<string, number>;
	/** End of the free entry point window after a click on an ad, by phone number ID. */
	freeEntryUntil: Map<string, number>;
	/** Changes with the customer's device. Compared with `recipient_identity_key_hash` (137000). */
	identityHash: string;
}

export interface Group {
	id: string;
	phoneNumberId: string;
	subject: string;
	description?: string;
	/** wa_ids of the participants, without the business. */
	participants: string[];
	joinApprovalMode: 'approval_required' | 'auto_approve';
	inviteLink: string;
	/** Milliseconds. */
	createdAt: number;
	suspended: boolean;
	/** wa_ids of those whom the business has removed: they cannot join again. */
	removed: Set<string>;
	/** Open requests to join, by ID. */
	joinRequests: Map<string, { waId: string; createdAt: number }>;
	/** Pinned messages: wamid and end of the pin. */
	pins: Map<string, number>;
}

export const DEFAULT_CUSTOMER_SETTINGS: Readonly<CustomerSettings> = {
	autoRead: true,
	online: true,
	readReceipts: true,
	blockedBusiness: false,
	notOnWhatsApp: false,
	stoppedMarketing: false,
	hidesPhoneNumber: false,
};

/** All apps, business portfolios, accounts, phone numbers, customers, and groups. */
export class Directory {
	readonly apps = new Map<string, App>();
	readonly businesses = new Map<string, Business>();
	readonly accounts = new Map<string, BusinessAccount>();
	readonly numbers = new Map<string, PhoneNumber>();
	readonly customers = new Map<string, Customer>();
	readonly groups = new Map<string, Group>();
	private readonly customersByUserId = new Map<string, Customer>();

	constructor(private readonly seedBusinessId: string) {}

	addCustomer(customer: Customer): Customer {
		this.customers.set(customer.waId, customer);
		for (const businessId of this.businesses.keys()) {
			this.customersByUserId.set(this.userIdFor(customer, businessId), customer);
		}
		return customer;
	}

	removeCustomer(customer: Customer): void {
		this.customers.delete(customer.waId);
		for (const [userId, owner] of this.customersByUserId) {
			if (owner === customer) this.customersByUserId.delete(userId);
		}
	}

	addBusiness(business: Business): void {
		this.businesses.set(business.id, business);
		for (const customer of this.customers.values()) {
			this.customersByUserId.set(this.userIdFor(customer, business.id), customer);
		}
	}

	/** Finds a customer by WhatsApp ID (with or without `+`), BSUID, or username. */
	findCustomer(reference: string): Customer | undefined {
		return (
			this.customers.get(reference) ??
			this.customers.get(reference.replace(/\D/g, '')) ??
			this.customersByUserId.get(reference) ??
			[...this.customers.values()].find(
				(customer) => customer.username === reference.replace(/^@/, ''),
			)
		);
	}

	findCustomerByUserId(userId: string): Customer | undefined {
		return this.customersByUserId.get(userId);
	}

	/** The BSUID of a customer in a business portfolio. */
	userIdFor(customer: Customer, businessId: string): string {
		if (businessId === this.seedBusinessId) return customer.userId;
		const [country] = customer.userId.split('.');
		const hash = createHash('sha256').update(`${businessId}:${customer.userId}`).digest('hex');
		return `${country}.${BigInt(`0x${hash.slice(0, 16)}`)}`;
	}

	accountOf(number: PhoneNumber): BusinessAccount {
		const account = this.accounts.get(number.businessAccountId);
		if (!account) throw new Error(`Phone number ${number.id} has no WhatsApp Business Account`);
		return account;
	}

	numbersOf(accountId: string): PhoneNumber[] {
		return [...this.numbers.values()].filter((number) => number.businessAccountId === accountId);
	}
}
