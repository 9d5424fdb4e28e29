import { record, records } from '../answers';
import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { readPhoneNumber } from '../phoneNumbers';

export type AnalyticsKind =
	| 'messages'
	| 'conversations'
	| 'pricing'
	| 'templateGroups'
	| 'templates';
export type Granularity = 'halfHour' | 'day' | 'month';

export interface AnalyticsQuestion {
	kind: AnalyticsKind;
	/** Unix seconds. */
	start: number;
	end: number;
	granularity: Granularity;
	/** Display numbers to limit to; empty means all of the account. */
	phoneNumbers?: string[];
	/** 1 to 10; only and always for `templates`. */
	templateIds?: string[];
	/** 1 to 10; only and always for `templateGroups`. */
	templateGroupIds?: string[];
	/** Now in Unix seconds; the look-back period ends here. */
	now: number;
}

const DAY = 86_400;
/** Meta keeps a year, of templates 90 days (Meta: analytics). */
const LOOK_BACK_DAYS = {
	messages: 365,
	conversations: 365,
	pricing: 365,
	templateGroups: 90,
	templates: 90,
} as const;

/** The fields call the same spans by different names (Meta: analytics). */
const SPANS: Record<AnalyticsKind, { field: string; words: Partial<Record<Granularity, string>> }> =
	{
		messages: { field: 'analytics', words: { halfHour: 'HALF_HOUR', day: 'DAY', month: 'MONTH' } },
		conversations: {
			field: 'conversation_analytics',
			words: { halfHour: 'HALF_HOUR', day: 'DAILY', month: 'MONTHLY' },
		},
		pricing: {
			field: 'pricing_analytics',
			words: { halfHour: 'HALF_HOUR', day: 'DAILY', month: 'MONTHLY' },
		},
		templateGroups: { field: 'template_group_analytics', words: { day: 'DAILY' } },
		templates: { field: 'template_analytics', words: { day: 'DAILY' } },
	};

/**
 * Figures of an account, one object per data point, times as ISO text.
 *
 * @throws InvalidInputError for a start after the end or too far back, or a granularity that Meta does not offer
 */
export async function getAnalytics(
	graph: GraphApi,
	businessAccountId: string,
	question: AnalyticsQuestion,
): Promise<Json[]> {
	const account = graphId(businessAccountId, 'account', 'The WhatsApp Business Account ID');
	const word = validWord(question);
	return question.kind === 'templates' || question.kind === 'templateGroups'
		? await templatePoints(graph, account, question, word)
		: await accountPoints(graph, account, question, word);
}

async function accountPoints(
	graph: GraphApi,
	account: string,
	{ kind, start, end, phoneNumbers = [] }: AnalyticsQuestion,
	word: string,
): Promise<Json[]> {
	const { field } = SPANS[kind];
	const numbers = JSON.stringify(phoneNumbers.map(digitsOf));
	const dimensions = {
		messages: '',
		conversations: '.dimensions(["CONVERSATION_CATEGORY","CONVERSATION_TYPE","COUNTRY","PHONE"])',
		pricing: '.dimensions(["PRICING_CATEGORY","PRICING_TYPE","COUNTRY","PHONE"])',
		templateGroups: '',
		templates: '',
	}[kind];
	const answer = await graph.get(account, {
		fields: `${field}.start(${start}).end(${end}).granularity(${word}).phone_numbers(${numbers})${dimensions}`,
	});
	const found = record(answer[field]);
	// `analytics` holds its points directly, the others inside `data`.
	const groups = Array.isArray(found.data) ? records(found.data) : [found];
	return groups.flatMap((group) => points(group.data_points));
}

/** @throws InvalidInputError for a text that is not a phone number with country code */
function digitsOf(text: string): string {
	const reading = readPhoneNumber(text);
	if (reading.ok) return reading.value.slice(1);
	throw new InvalidInputError('phoneNumbers', reading.problem, reading.fix);
}

async function templatePoints(
	graph: GraphApi,
	account: string,
	{ kind, start, end, templateIds = [], templateGroupIds = [] }: AnalyticsQuestion,
	word: string,
): Promise<Json[]> {
	const groups = await graph.list(`${account}/${SPANS[kind].field}`, {
		start,
		end,
		granularity: word,
		...(kind === 'templates'
			? { template_ids: JSON.stringify(templateIds) }
			: { template_group_ids: JSON.stringify(templateGroupIds) }),
		metric_types: JSON.stringify(['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST']),
	});
	return groups.flatMap((group) => points(group.data_points));
}

function points(value: unknown): Json[] {
	return records(value).map(({ start, end, ...rest }) => ({
		start: iso(start),
		end: iso(end),
		...rest,
	}));
}

function validWord({
	kind,
	start,
	end,
	granularity,
	templateIds = [],
	templateGroupIds = [],
	now,
}: AnalyticsQuestion): string {
	if (!Number.isFinite(start) || !Number.isFinite(end)) {
		throw new InvalidInputError(
			Number.isFinite(start) ? 'end' : 'start',
			'A date cannot be read',
			'Choose a date, or use an expression such as {{ $now.minus(7, "days") }}.',
		);
	}
	if (start >= end) {
		throw new InvalidInputError(
			'start',
			'"From" is not before "To"',
			'Enter a start that is before the end.',
		);
	}
	const days = LOOK_BACK_DAYS[kind];
	if (start < now - days * DAY - DAY) {
		throw new InvalidInputError(
			'start',
			`The start is more than ${days} days ago`,
			`Meta keeps this data for ${days} days. Choose a later start.`,
		);
	}
	if (kind === 'templates') {
		oneToTen(
			templateIds,
			'templateIds',
			'template',
			'Enter the IDs of up to ten templates (Template → Get Many returns them).',
		);
	}
	if (kind === 'templateGroups') {
		oneToTen(
			templateGroupIds,
			'templateGroupIds',
			'template group',
			'Enter the IDs of up to ten template groups. WhatsApp Manager shows them.',
		);
	}
	const word = SPANS[kind].words[granularity];
	if (word) return word;
	throw new InvalidInputError(
		'granularity',
		'Template analytics are available per day only',
		'Set "Granularity" to "Day".',
	);
}

function oneToTen(ids: string[], field: string, what: string, fix: string): void {
	if (ids.length >= 1 && ids.length <= 10) return;
	throw new InvalidInputError(
		field,
		`${ids.length === 0 ? `No ${what} ID was entered` : `${ids.length} ${what} IDs were entered`}; Meta accepts 1 to 10`,
		fix,
	);
}

function iso(seconds: unknown): string | undefined {
	return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : undefined;
}
