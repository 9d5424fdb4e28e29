import { outgoingRequest } from '../../../cloud-api/messages/outgoing';
import type { Transport, TransportRequest } from '../../../cloud-api/transport';
import { laneOf, pairs, type Lane } from './lanes';
import type { Run } from './run';

/**
 * A transport whose requests wait for their turn: messages for the pace of their number and for that of
 * their recipient, every request for a pause that Meta asked for.
 */
export function paced(transport: Transport, run: Run): Transport {
	return async (request) => {
		const { lane, pair } = placeOf(request, run);
		run.check();
		const reservation = pair === undefined ? undefined : pairs.reserve(pair, performance.now());
		if (reservation) await run.wait(reservation.at - performance.now());
		const ticket = await lane.turn(run);
		run.check();
		try {
			return await transport(request);
		} finally {
			lane.answered(ticket);
			if (pair !== undefined && reservation) {
				pairs.answered(pair, reservation, performance.now());
			}
		}
	};
}

/** Where a request queues, and for a message the pair of sender and recipient. */
export function placeOf(request: TransportRequest, run: Run): { lane: Lane; pair?: string } {
	const { host, pathname } = new URL(request.url);
	const outgoing = outgoingRequest(request);
	if (!outgoing) return { lane: laneOf(`${host} ${objectOf(pathname)}`) };
	const number = `${host} ${outgoing.phoneNumberId}`;
	const lane = laneOf(`${number} messages`);
	lane.setLimit(run, run.options.perSecond);
	return { lane, pair: `${number}>${outgoing.recipient}` };
}

/** The object that a call is about, after the version: Meta counts calls for each account and number. */
function objectOf(pathname: string): string {
	const [, version, object = ''] = pathname.split('/');
	return /^v\d/.test(version) ? object : '';
}
