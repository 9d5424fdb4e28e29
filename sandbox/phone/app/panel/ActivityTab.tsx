import { ArrowDownLeft, ArrowUpRight } from 'lucide';
import { Icon } from '../../parts/Icon';
import { deliveries, requests } from '../../state/store';
import { Delivery } from './Delivery';
import { Request } from './Request';

/** All Graph requests and webhook deliveries, newest first. */
export function ActivityTab() {
	const lines = [
		...requests.value.map((request) => ({ at: request.at, request, delivery: undefined })),
		...deliveries.value.map((delivery) => ({ at: delivery.at, delivery, request: undefined })),
	].sort((a, b) => b.at - a.at);
	if (lines.length === 0)
		return (
			<p class="hint hint--center">
				Nothing yet. Requests to the Graph API and webhooks appear here as they happen.
			</p>
		);
	return (
		<div class="activity">
			{lines.slice(0, 200).map(({ request, delivery }) => (
				<div
					class="activity__line"
					key={request ? `r${request.seq}` : `d${delivery?.id}-${delivery?.attempt}`}
				>
					<Icon
						icon={request ? ArrowDownLeft : ArrowUpRight}
						size={15}
						label={request ? 'Graph request' : 'Webhook'}
					/>
					{request ? <Request request={request} /> : <Delivery delivery={delivery} />}
				</div>
			))}
		</div>
	);
}
