import { registerPhoneNumber } from '../numberRegistration';
import { getPhoneNumber, type PhoneNumber } from '../phoneNumbers';
import { encryptionKeyFindings } from './encryptionKey';
import { failed, ok, rejected, skipped, warning, type Finding } from './finding';
import { fix } from './fixes';
import { healthFinding } from './healthFinding';
import type { Subject } from './subject';

const CHECK = 'Phone number ID';

/**
 * That the credential's phone number ID is one of a number of its account.
 *
 * @param numbers those of the account; nothing where they could not be listed
 */
export async function defaultNumberFinding(
	{ graph, phoneNumberId }: Subject,
	numbers: readonly PhoneNumber[] | undefined,
): Promise<Finding> {
	if (phoneNumberId === '') {
		return skipped(CHECK, 'The credential has no default phone number', fix('chooseNumber'));
	}
	if (!/^\d+$/.test(phoneNumberId))
		return failed(CHECK, 'The value is not an ID. IDs consist of digits.', fix('copyNumberId'));
	const own = numbers?.find((number) => number.phoneNumberId === phoneNumberId);
	if (own) return ok(CHECK, `${own.phoneNumber}, "${own.displayName}"`);
	if (numbers) return foreign(phoneNumberId, [...numbers]);
	try {
		const { phoneNumber, displayName } = await getPhoneNumber(graph, phoneNumberId);
		return ok(CHECK, `${phoneNumber}, "${displayName}"`);
	} catch (error) {
		return rejected(CHECK, 'The phone number could not be read', error);
	}
}

/** That a number is registered, and what limits it. */
export async function numberFindings(subject: Subject, number: PhoneNumber): Promise<Finding[]> {
	return [
		await registration(subject, number),
		...describe(number),
		...(await encryptionKeyFindings(subject, number)),
	];
}

function foreign(phoneNumberId: string, numbers: PhoneNumber[]): Finding {
	const dialled = numbers.find(
		(number) => number.phoneNumber.replace(/\D/g, '') === phoneNumberId.replace(/\D/g, ''),
	);
	const there = numbers
		.map((number) => `${number.phoneNumberId} (${number.phoneNumber})`)
		.join(', ');
	return failed(
		CHECK,
		dialled
			? 'The value is the phone number, not its ID'
			: 'The account has no phone number with this ID',
		dialled
			? fix('enterNumberId', dialled.phoneNumberId)
			: there === ''
				? fix('addNumber')
				: fix('numberOfAccount', there),
	);
}

async function registration({ graph, repair }: Subject, number: PhoneNumber): Promise<Finding> {
	const check = 'Registration';
	if (number.registered) return ok(check, 'The phone number is registered with the Cloud API');
	if (repair?.registerPin && !number.onBusinessApp) {
		try {
			await registerPhoneNumber(graph, number.phoneNumberId, { pin: repair.registerPin });
			return ok(check, 'The phone number was not registered and has now been registered');
		} catch (error) {
			return rejected(
				check,
				'The phone number is not registered, and registering it failed',
				error,
			);
		}
	}
	return failed(
		check,
		'The phone number is not registered with the Cloud API, so it cannot send or receive messages',
		fix(number.onBusinessApp ? 'reconnect' : 'register'),
	);
}

function describe(number: PhoneNumber): Finding[] {
	return [
		...coexistence(number),
		...status(number),
		quality(number),
		...displayName(number),
		limits(number),
		...(number.accountMode === 'SANDBOX'
			? [
					warning(
						'Test number',
						"This is Meta's test number, which can message only up to five recipients on its list",
						fix('testRecipients'),
					),
				]
			: []),
		...healthFinding('Number health', number.health, ['PHONE_NUMBER']),
	];
}

function coexistence({ onBusinessApp, status: now }: PhoneNumber): Finding[] {
	const check = 'Coexistence';
	if (!onBusinessApp) return [];
	if (now === 'DISCONNECTED') {
		return [
			failed(
				check,
				'The number was disconnected from the Cloud API in the WhatsApp Business app, or the app was not opened for 14 days',
				fix('reconnect'),
			),
		];
	}
	return [
		ok(check, 'The number is also used in the WhatsApp Business app (20 messages per second)'),
	];
}

function status({ status: now }: PhoneNumber): Finding[] {
	const check = 'Number status';
	if (now === undefined) return [];
	if (now === 'CONNECTED') return [ok(check, 'Connected')];
	const bad = ['BANNED', 'RESTRICTED', 'DISCONNECTED', 'DELETED', 'MIGRATED'].includes(now);
	return [
		(bad ? failed : warning)(
			check,
			`The number is ${now.toLowerCase().replace(/_/g, ' ')}`,
			fix('numberStatus'),
		),
	];
}

function quality({ quality: rating }: PhoneNumber): Finding {
	const check = 'Quality rating';
	if (rating === 'RED') {
		return warning(check, 'Low: customers block or report this phone number', fix('lowQuality'));
	}
	if (rating === 'YELLOW') {
		return warning(check, 'Medium', fix('mediumQuality'));
	}
	return ok(check, rating === 'GREEN' ? 'High' : 'Not rated yet');
}

function displayName({ displayNameStatus, newDisplayNameStatus }: PhoneNumber): Finding[] {
	const check = 'Display name';
	const pending = [displayNameStatus, newDisplayNameStatus].find((one) => one === 'DECLINED');
	if (pending) {
		return [warning(check, 'Meta rejected the display name', fix('newDisplayName'))];
	}
	if (displayNameStatus === 'PENDING_REVIEW') {
		return [warning(check, 'Meta is reviewing the display name', fix('awaitReview'))];
	}
	return [];
}

function limits({ messagingLimit, throughput }: PhoneNumber): Finding {
	const reach =
		messagingLimit === undefined
			? 'Meta returned no messaging limit'
			: messagingLimit === 'unlimited'
				? 'Unlimited customers per day'
				: `${messagingLimit.toLocaleString('en-US')} customers per day outside of conversations`;
	return ok(
		'Limits',
		throughput === undefined ? reach : `${reach}, ${throughput} messages per second`,
	);
}
