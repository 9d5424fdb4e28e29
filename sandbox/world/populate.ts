import type { CustomerSettings } from '../control/types';
import { customerView } from '../control/views';
import type { SeedCustomer } from '../seed';
import {
	DEFAULT_CUSTOMER_SETTINGS,
	type App,
	type BusinessAccount,
	type Customer,
	type PhoneNumber,
} from './directory';
import { countryCodeOf, countryOf } from './phoneNumbers';
import { ALL_SCOPES } from './tokens';
import type { World } from './world';

/** Fills a new world from the seed. */
export function populate(world: World): void {
	const { seed, directory } = world;
	directory.addBusiness({ id: seed.businessId, name: seed.verifiedName });
	addApp(world, { id: seed.appId, name: seed.appName, secret: seed.appSecret });
	addAccount(world, { id: seed.businessAccountId, name: seed.businessAccountName });
	addNumber(world, {
		id: seed.phoneNumberId,
		businessAccountId: seed.businessAccountId,
		displayPhoneNumber: seed.displayPhoneNumber,
		verifiedName: seed.verifiedName,
	});
	for (const { phoneNumberId, ...number } of seed.moreNumbers) {
		addNumber(world, { id: phoneNumberId, businessAccountId: seed.businessAccountId, ...number });
	}
	world.tokens.add({
		token: seed.accessToken,
		appId: seed.appId,
		userId: '122000000000001',
		type: 'SYSTEM_USER',
		scopes: ALL_SCOPES,
		businessAccountIds: null,
		issuedAt: world.clock.now(),
		expiresAt: 0,
	});
	for (const customer of seed.customers) addCustomer(world, customer);
}

/** Adds an app; live by default. */
export function addApp(
	world: World,
	app: Pick<App, 'id' | 'name' | 'secret'> & Partial<Pick<App, 'businessId' | 'live'>>,
): App {
	const added: App = {
		businessId: world.seed.businessId,
		live: true,
		...app,
		subscriptions: new Map(),
	};
	world.directory.apps.set(added.id, added);
	return added;
}

/** Adds a WABA without subscribed apps. */
export function addAccount(
	world: World,
	account: Pick<BusinessAccount, 'id' | 'name'> & Partial<Pick<BusinessAccount, 'businessId'>>,
): BusinessAccount {
	const added: BusinessAccount = {
		businessId: world.seed.businessId,
		currency: 'USD',
		timezoneId: '1',
		...account,
		subscribedApps: new Map(),
	};
	if (!world.directory.businesses.has(added.businessId)) {
		world.directory.addBusiness({ id: added.businessId, name: added.name });
	}
	world.directory.accounts.set(added.id, added);
	return added;
}

/** Adds a registered phone number to a WABA. */
export function addNumber(
	world: World,
	number: Pick<PhoneNumber, 'id' | 'businessAccountId' | 'displayPhoneNumber' | 'verifiedName'>,
): PhoneNumber {
	const digits = number.displayPhoneNumber.replace(/\D/g, '');
	const added: PhoneNumber = {
		...number,
		digits,
		countryCode: countryCodeOf(digits),
		registered: true,
		overrides: new Map(),
		freeTier: { month: '', used: 0 },
	};
	world.directory.numbers.set(added.id, added);
	return added;
}

/** Adds a WhatsApp user. */
export function addCustomer(
	world: World,
	customer: Pick<SeedCustomer, 'waId'> & Partial<SeedCustomer>,
	settings: Partial<CustomerSettings> = {},
): Customer {
	const { waId } = customer;
	const added: Customer = {
		name: `Customer ${waId.slice(-4)}`,
		userId: `${countryOf(waId)}.1${waId.padStart(18, '0')}`,
		...customer,
		settings: { ...DEFAULT_CUSTOMER_SETTINGS, ...settings },
		lastIncoming: new Map(),
		createdAt: world.clock.now(),
		typingUntil: new Map(),
		freeEntryUntil: new Map(),
		identityHash: Buffer.from(`identity-${waId}`).toString('base64'),
	};
	world.directory.addCustomer(added);
	world.bus.emit(() => ({ type: 'customer', customer: customerView(world, added) }));
	return added;
}
