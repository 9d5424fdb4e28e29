import type { Sandbox } from '../../../sandbox';

/** Returns the callback URL of the seed's phone number without the query that the trigger can add. */
export async function numberCallback({ control, seed }: Sandbox): Promise<string | undefined> {
	const { phoneNumbers } = await control.state();
	return phoneNumbers.find(({ id }) => id === seed.phoneNumberId)?.webhookOverride?.url;
}

/** Returns all callback URLs: of phone numbers, accounts, and the app. */
export async function callbacks({ control }: Sandbox): Promise<string[]> {
	const { apps, businessAccounts, phoneNumbers } = await control.state();
	return [
		...apps.map(({ subscription }) => subscription?.callbackUrl),
		...businessAccounts.flatMap(({ subscribedApps }) =>
			subscribedApps.map(({ overrideUrl }) => overrideUrl),
		),
		...phoneNumbers.map(({ webhookOverride }) => webhookOverride?.url),
	].filter((url): url is string => typeof url === 'string');
}
