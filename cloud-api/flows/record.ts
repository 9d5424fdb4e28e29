import { HEALTH_FIELD, readHealth, type Health } from '../accounts/health';
import type { Json } from '../graph';
import { isRecord, text } from '../webhooks/read';
import { findingsFromMeta, type FlowFinding } from './finding';

/** A flow as Meta describes it (Meta: Flows API). */
export interface Flow {
	flowId: string;
	name: string;
	/** `DRAFT`, `PUBLISHED`, `DEPRECATED`, `THROTTLED` (10 messages per hour), or `BLOCKED`. */
	status: string;
	categories: string[];
	/** What keeps the flow from being published. */
	validationErrors: FlowFinding[];
	jsonVersion?: string;
	dataApiVersion?: string;
	endpointUrl?: string;
	previewUrl?: string;
	/** ISO 8601. */
	previewExpiresAt?: string;
	/** Whether the flow can be sent now, and what prevents it. */
	health?: Health;
	businessAccountId?: string;
	appId?: string;
	raw: Json;
}

/** Fields that the list of flows has without being asked. */
export const LIST_FIELDS = [
	'id',
	'name',
	'status',
	'categories',
	'validation_errors',
	'json_version',
	'data_api_version',
	'endpoint_uri',
];

/** All fields of one flow; the preview keeps its link. */
export const FLOW_FIELDS = [
	...LIST_FIELDS,
	'preview.invalidate(false)',
	HEALTH_FIELD,
	'whatsapp_business_account',
	'application',
];

/** Reads Meta's description of a flow; fields that it does not have are absent. */
export function readFlow(raw: Json): Flow {
	const preview = isRecord(raw.preview) ? raw.preview : {};
	const { whatsapp_business_account: account, application } = raw;
	return {
		flowId: text(raw.id) ?? '',
		name: text(raw.name) ?? '',
		status: text(raw.status) ?? '',
		categories: Array.isArray(raw.categories) ? raw.categories.map(String) : [],
		validationErrors: findingsFromMeta(raw.validation_errors),
		...present({
			jsonVersion: text(raw.json_version),
			dataApiVersion: text(raw.data_api_version),
			endpointUrl: text(raw.endpoint_uri) ?? text(raw.data_channel_uri),
			...previewOf(preview),
			health: readHealth(raw[HEALTH_FIELD]),
			businessAccountId: isRecord(account) ? text(account.id) : undefined,
			appId: isRecord(application) ? text(application.id) : undefined,
		}),
		raw,
	};
}

/** The link to a preview and when it expires. */
export function previewOf(preview: Json): Pick<Flow, 'previewUrl' | 'previewExpiresAt'> {
	const expiresAt = text(preview.expires_at);
	const time = expiresAt === undefined ? NaN : Date.parse(expiresAt);
	return present({
		previewUrl: text(preview.preview_url),
		previewExpiresAt: Number.isNaN(time) ? expiresAt : new Date(time).toISOString(),
	});
}

function present<T extends object>(values: T): T {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
