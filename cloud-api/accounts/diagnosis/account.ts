import { GraphError } from '../../errors/cloudApiError';
import type { GraphApi } from '../../graph';
import { getBusinessAccount } from '../businessAccount';
import { failed, ok, rejected, skipped, warning, type Finding } from './finding';
import { fix } from './fixes';
import { healthFinding } from './healthFinding';
import type { Subject } from './subject';

const CHECK = 'WhatsApp Business Account ID';

export interface AccountResult {
	findings: Finding[];
	/** Whether there is a WhatsApp Business Account to check further. */
	usable: boolean;
	name?: string;
}

/** That the ID is a WhatsApp Business Account and no portfolio or number, its review, payment and health. */
export async function accountFindings({
	graph,
	businessAccountId,
	phoneNumberId,
}: Subject): Promise<AccountResult> {
	if (businessAccountId === '') {
		return {
			findings: [
				skipped(CHECK, 'The credential has no WhatsApp Business Account ID', fix('copyAccountId')),
			],
			usable: false,
		};
	}
	if (!/^\d+$/.test(businessAccountId)) {
		return {
			findings: [
				failed(CHECK, 'The value is not an ID. IDs consist of digits.', fix('copyAccountId')),
			],
			usable: false,
		};
	}
	if (businessAccountId === phoneNumberId) {
		return {
			findings: [failed(CHECK, 'The value is the phone number ID', fix('copyAccountId'))],
			usable: false,
		};
	}
	return await readAccount(graph, businessAccountId);
}

/** Review, payment, and health of one account. */
export async function readAccount(
	graph: GraphApi,
	businessAccountId: string,
): Promise<AccountResult> {
	try {
		const account = await getBusinessAccount(graph, businessAccountId);
		return {
			findings: [
				ok(CHECK, `"${account.name}" is a WhatsApp Business Account`),
				review(account.reviewStatus),
				payment(account.paymentMethod),
				...healthFinding('Account health', account.health, ['WABA', 'BUSINESS', 'APP']),
			],
			usable: true,
			name: account.name,
		};
	} catch (error) {
		return { findings: [notAnAccount(error)], usable: false };
	}
}

function notAnAccount(error: unknown): Finding {
	if (error instanceof GraphError && /nonexisting field/i.test(error.envelope.message)) {
		const kind = /node type \((\w+)\)/.exec(error.envelope.message)?.[1] ?? '';
		const what = kind.includes('PhoneNumber')
			? 'a phone number'
			: kind === 'Business'
				? 'a business portfolio'
				: 'something else';
		return failed(
			CHECK,
			`The ID is that of ${what}, not of a WhatsApp Business Account`,
			fix('copyAccountId'),
		);
	}
	if (error instanceof GraphError && error.envelope.code === 100) {
		return failed(
			CHECK,
			'The token has no access to an account with this ID',
			fix('assignAccount'),
		);
	}
	return rejected(CHECK, 'The account could not be read', error);
}

function review(status: string | undefined): Finding {
	const check = 'Account review';
	if (status === undefined) return skipped(check, 'Meta returned no status');
	if (status === 'APPROVED') return ok(check, 'The account is approved');
	return failed(check, `The account is ${status.toLowerCase()}`, fix('accountReview'));
}

function payment(attached: boolean | undefined): Finding {
	const check = 'Payment method';
	if (attached === undefined) return skipped(check, 'Meta returned no status');
	if (attached) return ok(check, 'A payment method is attached');
	return warning(
		check,
		'No payment method is attached, so only free messages are delivered',
		fix('addPayment'),
	);
}
