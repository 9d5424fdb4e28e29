import { Eye } from 'lucide';
import type { MessageView } from '../../../control/types';
import { CopyButton } from './CopyButton';
import { Icon } from '../../parts/Icon';
import { JsonBlock } from '../../parts/JsonBlock';
import { textAt } from '../../parts/json';
import { act } from '../../state/acts';
import { api } from '../../state/api';
import { customerOf, deliveries, requests, selected } from '../../state/store';
import { Delivery } from './Delivery';
import { StatusTimeline } from './StatusTimeline';
import { OwnMessage } from './OwnMessage';
import { deliveriesOf, readRequestsOf, requestOf } from './trace';

function Facts({ message }: { message: MessageView }) {
	const interactive = message.type === 'interactive' ? ` · ${textAt(message.content, 'type')}` : '';
	const type = message.template
		? `template · ${message.template.name} (${message.template.language})`
		: message.type + interactive;
	return (
		<dl class="facts">
			<div>
				<dt>Message ID</dt>
				<dd>
					<code class="wamid">{message.id}</code>
					<CopyButton value={message.id} what="message ID" />
				</dd>
			</div>
			<div>
				<dt>Type</dt>
				<dd>{type}</dd>
			</div>
			<div>
				<dt>From</dt>
				<dd>
					{message.direction === 'outgoing'
						? 'the business'
						: (customerOf(message.customer)?.name ?? message.customer)}
				</dd>
			</div>
			{message.replyTo && (
				<div>
					<dt>Reply to</dt>
					<dd>
						<code class="wamid">{message.replyTo}</code>
					</dd>
				</div>
			)}
			{message.bizOpaqueCallbackData && (
				<div>
					<dt>Callback data</dt>
					<dd>{message.bizOpaqueCallbackData}</dd>
				</div>
			)}
		</dl>
	);
}

/** Details of the selected message. */
export function MessageTab() {
	const message = selected.value;
	if (!message) {
		return (
			<p class="hint hint--center">
				Click a message to see its ID, its statuses, the Graph request that sent it, and the
				webhooks about it.
			</p>
		);
	}
	const sent = requestOf(message, requests.value);
	const read = readRequestsOf(message, requests.value);
	const shown = deliveriesOf(message, deliveries.value);
	const canRead =
		message.direction === 'outgoing' && ['sent', 'delivered'].includes(message.status);
	return (
		<>
			<Facts message={message} />
			{message.warnings?.map((warning) => (
				<p class="hint hint--warning" key={warning}>
					{warning}
				</p>
			))}
			<h2>Status</h2>
			<StatusTimeline statuses={message.statuses} start={message.timestamp} />
			{canRead && (
				<button
					type="button"
					class="plain"
					onClick={() =>
						void act(() => api.read(message.customer, message.phoneNumberId, message.id))
					}
				>
					<Icon icon={Eye} size={16} /> Read it as the customer
				</button>
			)}
			{message.direction === 'incoming' && !message.revoked && (
				<OwnMessage key={message.id} message={message} />
			)}
			{read.length > 0 && (
				<p class="hint">
					Marked as read by the business
					{read.some(({ body }) => JSON.stringify(body).includes('typing_indicator')) &&
						', with typing indicator'}
					.
				</p>
			)}
			<h2>
				{sent
					? `${sent.method} ${sent.path}`
					: message.direction === 'outgoing'
						? 'Content as sent'
						: 'Content'}
			</h2>
			<JsonBlock
				value={sent?.body ?? { type: message.type, [message.type]: message.content }}
				label="message"
			/>
			<h2>Webhooks</h2>
			{shown.length === 0 && (
				<p class="hint">No webhook about this message. Is an app subscribed?</p>
			)}
			{shown.map((delivery) => (
				<Delivery key={`${delivery.id}-${delivery.attempt}`} delivery={delivery} />
			))}
		</>
	);
}
