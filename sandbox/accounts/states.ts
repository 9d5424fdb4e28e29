import type { BusinessAccount, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** The state of a phone number. The defaults are those of a healthy number. */
export interface NumberState {
	quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	status: string;
	nameStatus: string;
	newName?: { name: string; status: string };
	codeVerification: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
	/** Two-step verification PIN, set by the first registration. */
	pin?: string;
	wrongPins: number;
	throughput: 'STANDARD' | 'HIGH';
	messagingLimit: string;
	accountMode: 'LIVE' | 'SANDBOX';
	official: boolean;
	/** Coexistence: the number is also used in the WhatsApp Business app. */
	isOnBizApp: boolean;
	/** Milliseconds; start of the 24 hours in which `smb_app_data` is allowed. */
	onboardedAt?: number;
	/** Sync types already requested with `smb_app_data`. */
	synced: string[];
	username?: string;
	/** The app's role in Conversation Routing; `undefined`: not enrolled. */
	routingRole?: string;
	obaStatus: 'NOT_STARTED' | 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED';
	/** Times of registrations and deregistrations in the last 72 hours. */
	registrations: number[];
	/** The last verification code. */
	code?: string;
	prompts: string[];
	commands: Array<{ command_name: string; command_description: string }>;
	commerce: { is_cart_enabled: boolean; is_catalog_visible: boolean };
	profile: Profile;
	settings: Record<string, unknown>;
}

export interface Profile {
	about: string;
	address: string;
	description: string;
	email: string;
	websites: string[];
	vertical: string;
	/** Handle of the uploaded picture. */
	picture?: string;
}

export interface AccountState {
	reviewStatus: string;
	verification: string;
	country: string;
	paymentMethod: boolean;
	/** Restricted by Meta: every message is rejected with 368. */
	restricted: boolean;
	/** Locked: every message is rejected with 131031. */
	locked: boolean;
	/** Too many marketing messages: new groups are rejected with 131214. */
	groupCreationDisabled: boolean;
	signupsEnabled: boolean;
	/** Whether the business has accepted the terms of in-app sign-ups. */
	signupTermsAccepted: boolean;
}

export class States {
	private readonly numbers = new Map<string, NumberState>();
	private readonly accounts = new Map<string, AccountState>();

	ofNumber({ id }: Pick<PhoneNumber, 'id'>): NumberState {
		let state = this.numbers.get(id);
		if (!state) {
			state = healthyNumber();
			this.numbers.set(id, state);
		}
		return state;
	}

	ofAccount({ id }: Pick<BusinessAccount, 'id'>): AccountState {
		let state = this.accounts.get(id);
		if (!state) {
			state = healthyAccount();
			this.accounts.set(id, state);
		}
		return state;
	}
}

/** `world.use(states)` */
export function states(_world: World): States {
	void _world;
	return new States();
}

function healthyNumber(): NumberState {
	return {
		quality: 'GREEN',
		status: 'CONNECTED',
		nameStatus: 'APPROVED',
		codeVerification: 'VERIFIED',
		wrongPins: 0,
		throughput: 'STANDARD',
		messagingLimit: 'TIER_2K',
		accountMode: 'LIVE',
		official: false,
		obaStatus: 'NOT_STARTED',
		isOnBizApp: false,
		synced: [],
		registrations: [],
		prompts: [],
		commands: [],
		commerce: { is_cart_enabled: true, is_catalog_visible: false },
		profile: {
			about: '',
			address: '',
			description: '',
			email: '',
			websites: [],
			vertical: 'UNDEFINED',
		},
		settings: {},
	};
}

function healthyAccount(): AccountState {
	return {
		reviewStatus: 'APPROVED',
		verification: 'verified',
		country: 'US',
		paymentMethod: true,
		restricted: false,
		locked: false,
		groupCreationDisabled: false,
		signupsEnabled: true,
		signupTermsAccepted: false,
	};
}
