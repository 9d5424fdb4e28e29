import type { Seed } from '../../seed';
import type { Behavior } from './behavior';
import type { CustomerView } from './customer';
import type { FaultView } from './fault';

export interface PhoneNumberView {
	id: string;
	displayPhoneNumber: string;
	verifiedName: string;
	businessAccountId: string;
	webhookOverride?: { appId: string; url: string };
}

export interface GroupView {
	id: string;
	phoneNumberId: string;
	subject: string;
	description?: string;
	/** WhatsApp IDs, without the business. */
	participants: string[];
	joinApprovalMode: 'approval_required' | 'auto_approve';
	inviteLink: string;
	suspended: boolean;
	joinRequests: Array<{ id: string; waId: string }>;
}

/** A group to add without the API. */
export interface GroupInput {
	phoneNumberId?: string;
	subject?: string;
	description?: string;
	/** WhatsApp IDs, BSUIDs, or usernames. */
	participants: string[];
	joinApprovalMode?: 'approval_required' | 'auto_approve';
}

export interface AppView {
	id: string;
	name: string;
	live: boolean;
	subscription?: { callbackUrl: string; fields: string[]; active: boolean };
}

export interface BusinessAccountView {
	id: string;
	name: string;
	businessId: string;
	subscribedApps: Array<{ appId: string; overrideUrl?: string }>;
}

/** The state without messages, requests, and deliveries, which have calls of their own. */
export interface StateView {
	now: number;
	seed: Seed;
	behavior: Behavior;
	apps: AppView[];
	businessAccounts: BusinessAccountView[];
	phoneNumbers: PhoneNumberView[];
	customers: CustomerView[];
	groups: GroupView[];
	faults: FaultView[];
	counts: { messages: number; requests: number; deliveries: number; pendingDeliveries: number };
}
