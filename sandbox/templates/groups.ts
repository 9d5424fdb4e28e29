import { invalidParameter, parameterRequired } from '../graph/errors';
import type { NodeType } from '../graph/graph';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { SandboxApp } from '../graph/routeModule';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';

const DAY = 86_400;
/** Data of the last 90 days. */
const LOOK_BACK = 90 * DAY;
const MAX_GROUPS = 10;
/** Price of a message in the account's currency. */
const PRICE = 0.0083;
const METRICS = ['cost', 'clicked', 'delivered', 'read', 'sent'];

/** Templates whose figures are read together. */
export interface TemplateGroup {
	id: string;
	name: string;
	businessAccountId: string;
	templateIds: string[];
}

const TEMPLATE_GROUP: NodeType<TemplateGroup> = { graphType: 'WhatsAppBusinessTemplateGroup' };

/** Template groups by ID, oldest first. */
export function templateGroups(_world: World): Map<string, TemplateGroup> {
	void _world;
	return new Map();
}

/** `/{waba}/template_groups`, and their analytics by day. */
export function templateGroupRoutes({ graph }: SandboxApp, world: World): void {
	graph.node(TEMPLATE_GROUP, {
		find: (id) => world.use(templateGroups).get(id),
		accountIdOf: (group) => group.businessAccountId,
		defaults: ['id', 'name'],
		fields: { id: (group) => group.id, name: (group) => group.name },
	});
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'template_groups', (account, request) => {
		const { data, ...rest } = paginate(groupsOf(world, account), request, ({ id }) => id);
		return { data: data.map(({ id, name }) => ({ id, name })), ...rest };
	});
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'template_group_analytics', (account, { params }) => {
		if (!/^daily$/i.test(String(params.granularity))) {
			throw invalidParameter('Param granularity must be one of {DAILY}.');
		}
		const metrics = metricsOf(params.metric_types);
		const span = spanOf(world, params);
		const groups = idsOf(params.template_group_ids).map((id) => {
			const group = world.use(templateGroups).get(id);
			if (group?.businessAccountId === account.id) return group;
			throw invalidParameter(`The template group ${id} does not exist.`);
		});
		const points = groups.flatMap((group) => pointsOf(world, group, span, metrics));
		return { data: [{ granularity: 'DAILY', product_type: 'cloud_api', data_points: points }] };
	});
}

function groupsOf(world: World, account: BusinessAccount): TemplateGroup[] {
	return [...world.use(templateGroups).values()].filter(
		({ businessAccountId }) => businessAccountId === account.id,
	);
}

function idsOf(value: unknown): string[] {
	if (value === undefined || value === '') throw parameterRequired('template_group_ids');
	const ids = listOf(value);
	if (ids.length >= 1 && ids.length <= MAX_GROUPS) return ids;
	throw invalidParameter(`Param template_group_ids must have 1 to ${MAX_GROUPS} IDs.`);
}

function metricsOf(value: unknown): string[] {
	const metrics = value === undefined ? [] : listOf(value).map((name) => name.toLowerCase());
	const unknown = metrics.find((name) => !METRICS.includes(name));
	if (unknown !== undefined) {
		throw invalidParameter(`Param metric_types must be of {${METRICS.join(', ')}}.`);
	}
	return metrics.length === 0 ? METRICS : metrics;
}

/** `[1,2]`, `["1","2"]`, and `1,2`. */
function listOf(value: unknown): string[] {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text
		.replace(/[[\]"\s]/g, '')
		.split(',')
		.filter(Boolean);
}

interface Span {
	start: number;
	end: number;
}

/** Whole days in UTC; the time zone of the account needs dates. */
function spanOf(world: World, { start, end, use_waba_timezone: local }: Record<string, unknown>) {
	const span: Span = {
		start: dayOf(start, 'start', String(local) === 'true'),
		end: dayOf(end, 'end', String(local) === 'true'),
	};
	if (span.start >= span.end) throw invalidParameter('start must be before end.');
	if (span.start >= world.clock.seconds() - LOOK_BACK - DAY) return span;
	throw invalidParameter('start must lie within the last 90 days.');
}

function dayOf(value: unknown, name: string, datesOnly: boolean): number {
	if (value === undefined || value === '') throw parameterRequired(name);
	const text = String(value);
	const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 1000 : NaN;
	const seconds = /^\d{1,12}$/.test(text) && !datesOnly ? Number(text) : date;
	if (Number.isNaN(seconds)) {
		throw invalidParameter(
			`Param ${name} must be a date YYYY-MM-DD${datesOnly ? '' : ' or a Unix timestamp'}.`,
		);
	}
	return Math.floor(seconds / DAY) * DAY;
}

function pointsOf(world: World, group: TemplateGroup, { start, end }: Span, metrics: string[]) {
	const sent = world.messages
		.list({ direction: 'outgoing', limit: 1_000_000 })
		.filter(({ id }) => group.templateIds.includes(world.messages.find(id)?.templateId ?? ''));
	const points: Array<Record<string, unknown>> = [];
	for (let from = start; from < end; from += DAY) {
		const ofDay = sent.filter(({ timestamp }) => {
			return timestamp >= from * 1000 && timestamp < (from + DAY) * 1000;
		});
		const reached = (names: string[]) =>
			ofDay.filter(({ status }) => names.includes(status)).length;
		const all: Record<string, unknown> = {
			sent: ofDay.length,
			delivered: reached(['delivered', 'read', 'played']),
			read: reached(['read', 'played']),
			clicked: [],
			cost: [{ type: 'amount_spent', value: Math.round(ofDay.length * PRICE * 1e4) / 1e4 }],
		};
		points.push({
			template_group_id: group.id,
			start: from,
			end: from + DAY,
			...Object.fromEntries(metrics.map((name) => [name, all[name]])),
		});
	}
	return points;
}
