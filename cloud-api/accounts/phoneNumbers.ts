import { record, textOf } from '../answers';
import type { GraphApi, Json, PageOptions } from '../graph';
import { graphId } from '../graphId';
import { HEALTH_FIELD, readHealth, type Health } from './health';
import { textsOf } from './textsOf';

/** A business phone number. */
export interface PhoneNumber {
	phoneNumberId: string;
	/** As customers see it, e.g. `+1 631-555-1111`. */
	phoneNumber: string;
	displayName: string;
	/** `APPROVED`, `PENDING_REVIEW`, `DECLINED`, … */
	displayNameStatus?: string;
	/** A display name that waits for Meta's review. */
	newDisplayName?: string;
	newDisplayNameStatus?: string;
	/** `GREEN` good, `YELLOW` medium, `RED` low, `UNKNOWN` not rated yet. */
	quality?: string;
	/** Customers that can be written to in 24 hours outside of conversations; `unlimited`, or absent if Meta returns none. */
	messagingLimit?: number | 'unlimited';
	/** Messages a second: 80 standard, 1,000 high, 20 in coexistence; absent when not applicable. */
	throughput?: number;
	/** `CONNECTED` when it can send; `PENDING`, `FLAGGED`, `RESTRICTED`, … */
	status?: string;
	/** Whether it is registered with the Cloud API. */
	registered: boolean;
	/** `VERIFIED`, `NOT_VERIFIED`, `EXPIRED`. */
	codeVerification?: string;
	/** `LIVE` or `SANDBOX`. */
	accountMode?: string;
	twoStepVerification?: boolean;
	officialBusinessAccount?: boolean;
	/** Whether it is used in the WhatsApp Business app, too (coexistence). */
	onBusinessApp?: boolean;
	username?: string;
	lastOnboardedAt?: string;
	/** Whether it can send now, with Meta's explanation and solution. */
	health?: Health;
	/** Where its messages are delivered to. */
	webhook?: { number?: string; account?: string; app?: string };
	raw: Json;
}

const FIELDS = [
	'id',
	'display_phone_number',
	'verified_name',
	'quality_rating',
	'code_verification_status',
	'name_status',
	'new_name_status',
	'new_display_name',
	'status',
	'platform_type',
	'throughput',
	'account_mode',
	'is_official_business_account',
	'is_pin_enabled',
	'is_on_biz_app',
	'last_onboarded_time',
	'whatsapp_business_manager_messaging_limit',
	'webhook_configuration',
	'username',
	HEALTH_FIELD,
].join(',');

/** The numbers of a WhatsApp Business account. */
export async function listPhoneNumbers(
	graph: GraphApi,
	businessAccountId: string,
	page: PageOptions = {},
): Promise<PhoneNumber[]> {
	const account = graphId(businessAccountId, 'account', 'The WhatsApp Business Account ID');
	const numbers = await graph.list(`${account}/phone_numbers`, { fields: FIELDS }, page);
	return numbers.map(readPhoneNumber);
}

export async function getPhoneNumber(graph: GraphApi, phoneNumberId: string): Promise<PhoneNumber> {
	return readPhoneNumber(await graph.get(id(phoneNumberId), { fields: FIELDS }));
}

function readPhoneNumber(raw: Json): PhoneNumber {
	const text = textsOf(raw);
	const flag = (name: string) => (typeof raw[name] === 'boolean' ? raw[name] : undefined);
	const webhook = record(raw.webhook_configuration);
	return {
		phoneNumberId: text('id') ?? '',
		phoneNumber: text('display_phone_number') ?? '',
		displayName: text('verified_name') ?? '',
		displayNameStatus: text('name_status'),
		newDisplayName: text('new_display_name'),
		newDisplayNameStatus: text('new_name_status'),
		quality: text('quality_rating'),
		messagingLimit: messagingLimit(text('whatsapp_business_manager_messaging_limit')),
		// Meta fixes coexistence numbers at 20 messages a second, whatever level it returns.
		throughput: raw.is_on_biz_app === true ? 20 : messagesPerSecond(record(raw.throughput).level),
		status: text('status'),
		registered: text('platform_type') === 'CLOUD_API',
		codeVerification: text('code_verification_status'),
		accountMode: text('account_mode'),
		twoStepVerification: flag('is_pin_enabled'),
		officialBusinessAccount: flag('is_official_business_account'),
		onBusinessApp: flag('is_on_biz_app'),
		username: text('username'),
		lastOnboardedAt: text('last_onboarded_time'),
		health: readHealth(raw.health_status),
		webhook:
			raw.webhook_configuration === undefined
				? undefined
				: {
						number: textOf(webhook.phone_number),
						account: textOf(webhook.whatsapp_business_account),
						app: textOf(webhook.application),
					},
		raw,
	};
}

/** `TIER_250` → 250, `TIER_2K` → 2,000, `TIER_UNLIMITED` → `unlimited`. */
export function messagingLimit(tier: string | undefined): number | 'unlimited' | undefined {
	if (tier === 'TIER_UNLIMITED') return 'unlimited';
	const match = /^TIER_(\d+)(K?)$/.exec(tier ?? '');
	return match ? Number(match[1]) * (match[2] ? 1000 : 1) : undefined;
}

function messagesPerSecond(level: unknown): number | undefined {
	if (level === 'HIGH') return 1000;
	return level === 'STANDARD' ? 80 : undefined;
}

function id(phoneNumberId: string): string {
	return graphId(phoneNumberId, 'sender', 'The phone number ID');
}
