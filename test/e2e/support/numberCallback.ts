import type { Sandbox } from '../../../sandbox';

/** The callback that stands at the seed's phone number, without the query that our trigger may add. */
export async function numberCallback({ control, seed }: Sandbox): Promise<string | undefined> {
	const { phoneNumbers } = await control.state();
	return phoneNumbers.find(({ id }) => id === seed.phoneNumberId)?.webhookOverride?.url;
}
