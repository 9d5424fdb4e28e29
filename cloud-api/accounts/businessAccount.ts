import { record, textOf } from '../answers';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { HEALTH_FIELD, readHealth, type Health } from './health';
import { textsOf } from './textsOf';

/** A WhatsApp Business Account (WABA). */
export interface BusinessAccount {
	businessAccountId: string;
	name: string;
	currency?: string;
	timezoneId?: string;
	country?: string;
	/** `APPROVED`, `PENDING`, `REJECTED`. */
	reviewStatus?: string;
	/** `verified`, `not_verified`, … */
	businessVerification?: string;
	templateNamespace?: string;
	ownerBusinessId?: string;
	ownerBusinessName?: string;
	/** Whether a payment method is attached, as far as Meta shows it. */
	paymentMethod?: boolean;
	health?: Health;
	raw: Json;
}

const FIELDS = [
	'id',
	'name',
	'currency',
	'timezone_id',
	'country',
	'account_review_status',
	'business_verification_status',
	'message_template_namespace',
	'primary_funding_id',
	'owner_business_info',
	HEALTH_FIELD,
].join(',');

export async function getBusinessAccount(
	graph: GraphApi,
	businessAccountId: string,
): Promise<BusinessAccount> {
	const raw = await graph.get(
		graphId(businessAccountId, 'account', 'The WhatsApp Business Account ID'),
		{ fields: FIELDS },
	);
	const text = textsOf(raw);
	const owner = record(raw.owner_business_info);
	return {
		businessAccountId: text('id') ?? '',
		name: text('name') ?? '',
		currency: text('currency'),
		timezoneId: text('timezone_id'),
		country: text('country'),
		reviewStatus: text('account_review_status'),
		businessVerification: text('business_verification_status'),
		templateNamespace: text('message_template_namespace'),
		ownerBusinessId: textOf(owner.id),
		ownerBusinessName: textOf(owner.name),
		paymentMethod:
			'primary_funding_id' in raw
				? !['', '0', null].includes(text('primary_funding_id') ?? null)
				: undefined,
		health: readHealth(raw.health_status),
		raw,
	};
}
