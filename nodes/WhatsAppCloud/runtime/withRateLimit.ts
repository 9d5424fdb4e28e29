import type { Transport, TransportRequest } from '../../../cloud-api/transport';
import type { Run } from './run';
import { pairs, sendQueueOf, type SendQueue } from './sendQueue';

/**
 * A transport whose requests wait for their turn: messages for the throughput of their phone number and
 * for the pair rate limit of their recipient, every request for a pause that Meta asked for.
 */
export function withRateLimit(transport: Transport, run: Run): Transport {
	return async (request) => {
		const { queue, pair } = queueOf(request, run);
		run.check();
		const reservation = pair === undefined ? undefined : pairs.reserve(pair, performance.now());
		if (reservation) await run.wait(reservation.at - performance.now());
		const ticket = await queue.turn(run);
		run.check();
		let accepted = false;
		try {
			const response = await transport(request);
			accepted = response.status < 400;
			return response;
		} finally {
			queue.answered(ticket, accepted);
			if (pair !== undefined && reservation) {
				pairs.answered(pair, reservation, performance.now());
			}
		}
	};
}

/** The queue of a request and, for a message, the pair of sender and recipient. */
export function queueOf(request: TransportRequest, run: Run): { queue: SendQueue; pair?: string } {
	const { host, pathname } = new URL(request.url);
	if (!request.message) return { queue: sendQueueOf(`${host} ${objectOf(pathname)}`) };
	const sender = `${host} ${request.message.phoneNumberId}`;
	const queue = sendQueueOf(`${sender} messages`);
	queue.setLimit(run, run.options.perSecond);
	return { queue, pair: `${sender}>${request.message.recipient}` };
}

/** The object that a call addresses, after the version: Meta counts calls per account and phone number. */
function objectOf(pathname: string): string {
	const [, version, object = ''] = pathname.split('/');
	return /^v\d/.test(version) ? object : '';
}
