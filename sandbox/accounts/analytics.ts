import type { FieldRequest } from '../graph/fields';
import { invalidParameter } from '../graph/errors';
import { BUSINESS_ACCOUNT } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';

const DAY = 86_400;
/** Seconds per granularity; a month has 30 days here. */
const STEPS: Record<string, Record<string, number>> = {
	analytics: { HALF_HOUR: 1800, DAY, MONTH: 30 * DAY },
	conversation_analytics: { HALF_HOUR: 1800, DAILY: DAY, MONTHLY: 30 * DAY },
	pricing_analytics: { HALF_HOUR: 1800, DAILY: DAY, MONTHLY: 30 * DAY },
};
/** Price of a message in the account's currency. */
const PRICE = 0.0083;

/** Analytics of the sent messages, as fields of a WABA and as an edge for templates. */
export function analyticsRoutes({ graph }: SandboxApp, world: World): void {
	graph.field(BUSINESS_ACCOUNT, 'analytics', (account, _request, field) => {
		const span = spanOf(world, field, STEPS.analytics, 365);
		return {
			phone_numbers: world.directory.numbersOf(account.id).map(({ digits }) => digits),
			granularity: field.args.granularity,
			data_points: points(span, ([start, end]) => {
				const sent = outgoing(world, account, field, start, end);
				return {
					sent: sent.length,
					delivered: sent.filter(
						({ status }) => status !== 'failed' && status !== 'accepted' && status !== 'sent',
					).length,
				};
			}),
		};
	});
	for (const name of ['conversation_analytics', 'pricing_analytics'] as const) {
		graph.field(BUSINESS_ACCOUNT, name, (account, _request, field) => {
			const span = spanOf(world, field, STEPS[name], 365);
			const counted = points(span, ([start, end]) => {
				const volume = outgoing(world, account, field, start, end).length;
				const cost = Math.round(volume * PRICE * 10_000) / 10_000;
				return name === 'conversation_analytics'
					? {
							conversation: volume,
							conversation_category: 'SERVICE',
							conversation_type: 'REGULAR',
							country: 'US',
							cost,
						}
					: { volume, pricing_category: 'SERVICE', pricing_type: 'REGULAR', country: 'US', cost };
			});
			return { data: [{ data_points: counted }] };
		});
	}
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'template_analytics', (account, { params }) => {
		const ids = String(params.template_ids ?? '')
			.replace(/[[\]"\s]/g, '')
			.split(',')
			.filter(Boolean);
		if (ids.length < 1 || ids.length > 10)
			throw invalidParameter('template_ids must have 1 to 10 IDs.');
		const field: FieldRequest = {
			name: 'template_analytics',
			args: {
				start: String(params.start),
				end: String(params.end),
				granularity: String(params.granularity),
			},
		};
		const span = spanOf(world, field, { DAILY: DAY }, 90);
		return {
			data: [
				{
					granularity: 'DAILY',
					product_type: 'cloud_api',
					data_points: ids.flatMap((templateId) =>
						points(span, ([start, end]) => {
							const sent = outgoing(world, account, field, start, end).filter(
								(message) => message.type === 'template',
							).length;
							return { template_id: templateId, sent, delivered: sent, read: sent };
						}),
					),
				},
			],
		};
	});
}

interface Span {
	start: number;
	end: number;
	step: number;
}

function spanOf(
	world: World,
	{ name, args }: FieldRequest,
	steps: Record<string, number>,
	lookBack: number,
): Span {
	const [start, end] = [Number(args.start), Number(args.end)];
	if (!Number.isInteger(start) || !Number.isInteger(end)) {
		throw invalidParameter(`${name}: start and end must be Unix timestamps.`);
	}
	if (start >= end) throw invalidParameter(`${name}: start must be before end.`);
	if (start < world.clock.seconds() - (lookBack + 1) * DAY) {
		throw invalidParameter(`${name}: start must lie within the last ${lookBack} days.`);
	}
	const step = steps[args.granularity ?? ''];
	if (!step) {
		throw invalidParameter(
			`${name}: granularity must be one of {${Object.keys(steps).join(', ')}}.`,
		);
	}
	return { start, end, step };
}

function points(
	{ start, end, step }: Span,
	make: (span: [number, number]) => Record<string, unknown>,
): Array<Record<string, unknown>> {
	const made: Array<Record<string, unknown>> = [];
	for (let from = start; from < end; from += step) {
		const to = Math.min(from + step, end);
		made.push({ start: from, end: to, ...make([from, to]) });
	}
	return made;
}

function outgoing(
	world: World,
	account: BusinessAccount,
	{ args }: FieldRequest,
	start: number,
	end: number,
) {
	const wanted = (args.phone_numbers ?? '')
		.replace(/[^\d,]/g, '')
		.split(',')
		.filter(Boolean);
	const numbers = new Set(
		world.directory
			.numbersOf(account.id)
			.filter(({ digits }) => wanted.length === 0 || wanted.includes(digits))
			.map(({ id }) => id),
	);
	return world.messages
		.list({ direction: 'outgoing', limit: 1_000_000 })
		.filter(
			({ phoneNumberId, timestamp }) =>
				numbers.has(phoneNumberId) && timestamp >= start * 1000 && timestamp < end * 1000,
		);
}
