import type { StatusView } from '../../../control/types';
import { Ticks } from '../../parts/Ticks';
import { clockExact } from '../../parts/time';

const since = (ms: number) =>
	ms < 1000
		? `+${ms} ms`
		: ms < 60_000
			? `+${(ms / 1000).toFixed(1)} s`
			: `+${Math.round(ms / 60_000)} min`;

/** The statuses of a message with times and errors. */
export function StatusTimeline({ statuses, start }: { statuses: StatusView[]; start: number }) {
	return (
		<ol class="timeline">
			{statuses.map(({ status, timestamp, errors }) => (
				<li class={`timeline__step timeline__step--${status}`}>
					<Ticks status={status} />
					<strong>{status}</strong>
					<time>{clockExact(timestamp)}</time>
					<small>{timestamp > start && since(timestamp - start)}</small>
					{errors?.map((reason) => (
						<p class="timeline__reason">
							<b>{reason.code}</b> {reason.title}
							{reason.error_data?.details && <small>{reason.error_data.details}</small>}
						</p>
					))}
				</li>
			))}
		</ol>
	);
}
