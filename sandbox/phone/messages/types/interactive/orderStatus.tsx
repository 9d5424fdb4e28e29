import { PackageCheck } from 'lucide';
import { textAt } from '../../../parts/json';
import { Icon } from '../../../parts/Icon';
import { useMessage } from '../../context';
import { Frame } from './Frame';

const STEPS = ['processing', 'partially_shipped', 'shipped', 'completed'];

/** The status of an order as a line of steps. */
export function OrderStatus() {
	const { content } = useMessage();
	const status = textAt(content, 'action', 'parameters', 'order', 'status');
	const description = textAt(content, 'action', 'parameters', 'order', 'description');
	const reached = STEPS.indexOf(status);
	return (
		<Frame>
			<div class={`order-status ${status === 'canceled' ? 'order-status--canceled' : ''}`}>
				<Icon icon={PackageCheck} size={22} />
				<span>
					<strong>{status.replaceAll('_', ' ') || 'unknown'}</strong>
					<small>Order {textAt(content, 'action', 'parameters', 'reference_id')}</small>
				</span>
				{reached >= 0 && (
					<div class="order-status__steps" aria-hidden="true">
						{STEPS.map((step, at) => (
							<i class={at <= reached ? 'reached' : ''} key={step} />
						))}
					</div>
				)}
			</div>
			{description && <p>{description}</p>}
		</Frame>
	);
}
