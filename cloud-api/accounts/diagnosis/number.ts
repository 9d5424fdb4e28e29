import { registerPhoneNumber } from '../numberRegistration';
import { getPhoneNumber, listPhoneNumbers, type PhoneNumber } from '../phoneNumbers';
import { failed, ok, refused, skipped, warning, type Finding } from './finding';
import { healthFinding } from './healthFinding';
import type { Subject } from './subject';

const CHECK = 'Phone number ID';

/** That the number belongs to the account, is registered, and what limits it. */
export async function numberFindings(subject: Subject, accountUsable: boolean): Promise<Finding[]> {
	const { graph, businessAccountId, phoneNumberId } = subject;
	if (phoneNumberId === '') {
		return [
			skipped(
				CHECK,
				'The credential names no default number',
				'Enter "Phone number ID" from App dashboard → WhatsApp → API Setup, or choose a sender in each node.',
			),
		];
	}
	if (!/^\d+$/.test(phoneNumberId)) {
		return [failed(CHECK, 'It is not an ID: IDs have digits only', WHERE)];
	}
	try {
		const numbers = accountUsable ? await listPhoneNumbers(graph, businessAccountId) : [];
		const own = numbers.find((number) => number.phoneNumberId === phoneNumberId);
		if (accountUsable && !own) return [foreign(phoneNumberId, numbers)];
		const number = own ?? (await getPhoneNumber(graph, phoneNumberId));
		return [
			ok(CHECK, `${number.phoneNumber}, "${number.displayName}"`),
			await registration(subject, number),
			...describe(number),
		];
	} catch (error) {
		return [refused(CHECK, 'The number cannot be read', error)];
	}
}

const WHERE =
	'Copy "Phone number ID" from App dashboard → WhatsApp → API Setup. It is not the phone number itself.';

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
			? 'It is the phone number itself, not its ID'
			: 'The account has no number with this ID',
		dialled
			? `Enter ${dialled.phoneNumberId}.`
			: there === ''
				? 'The account has no number yet. Add one in WhatsApp Manager → Phone numbers.'
				: `The numbers of the account are: ${there}.`,
	);
}

async function registration({ graph, repair }: Subject, number: PhoneNumber): Promise<Finding> {
	const check = 'Registration';
	if (number.registered) return ok(check, 'The number is registered with the Cloud API');
	if (repair?.registerPin) {
		try {
			await registerPhoneNumber(graph, number.phoneNumberId, { pin: repair.registerPin });
			return ok(check, 'The number was not registered; it has been registered just now');
		} catch (error) {
			return refused(check, 'The number is not registered, and registering it did not work', error);
		}
	}
	return failed(
		check,
		'The number is not registered with the Cloud API, so it can neither send nor receive',
		'Use Phone Number → Register with a six-digit PIN, or let this operation do it ("Fix").',
	);
}

function describe(number: PhoneNumber): Finding[] {
	return [
		...status(number),
		quality(number),
		...displayName(number),
		limits(number),
		...(number.accountMode === 'SANDBOX'
			? [
					warning(
						'Test number',
						"This is Meta's test number: it sends to up to five numbers on its list only",
						'Add recipients in App dashboard → WhatsApp → API Setup → To, or add a number of your own.',
					),
				]
			: []),
		...healthFinding('Number health', number.health, ['PHONE_NUMBER']),
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
			'See WhatsApp Manager → Phone numbers for the reason and what to do.',
		),
	];
}

function quality({ quality: rating }: PhoneNumber): Finding {
	const check = 'Quality rating';
	if (rating === 'RED') {
		return warning(
			check,
			'Low: customers block or report this number',
			'Write only to people who asked for it, less often, with a way to opt out. Below low, Meta limits the number.',
		);
	}
	if (rating === 'YELLOW') {
		return warning(
			check,
			'Medium',
			'Watch what customers block or report, above all marketing messages.',
		);
	}
	return ok(check, rating === 'GREEN' ? 'High' : 'Not rated yet');
}

function displayName({ displayNameStatus, newDisplayNameStatus }: PhoneNumber): Finding[] {
	const check = 'Display name';
	const pending = [displayNameStatus, newDisplayNameStatus].find((one) => one === 'DECLINED');
	if (pending) {
		return [
			warning(
				check,
				'Meta has declined the display name',
				'Choose one that shows your business (Phone Number → Change Display Name).',
			),
		];
	}
	if (displayNameStatus === 'PENDING_REVIEW') {
		return [
			warning(
				check,
				'Meta still reviews the display name',
				'Wait for the review; it takes a day or two.',
			),
		];
	}
	return [];
}

function limits({ messagingLimit, throughput }: PhoneNumber): Finding {
	const reach =
		messagingLimit === undefined
			? 'Meta tells no messaging limit'
			: messagingLimit === 'unlimited'
				? 'Unlimited customers a day'
				: `${messagingLimit.toLocaleString('en-US')} customers a day outside of conversations`;
	return ok(
		'Limits',
		throughput === undefined ? reach : `${reach}, ${throughput} messages a second`,
	);
}
