import { invalidParameter } from '../graph/errors';
import { BUSINESS_ACCOUNT, PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { World } from '../world/world';
import { refund } from './refund';
import { orderBy, paymentKey, payments } from './store';

/** Payments in India: the lookup, refunds, and the payment configurations of a WABA. */
export function paymentRoutes({ graph }: SandboxApp, world: World): void {
	const options = { scope: 'whatsapp_business_messaging' };
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'payment_configurations', () => ({
		data: [{ payment_configurations: configurations(world) }],
	}));
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'payment_configuration/:name', (_account, { parts }) => {
		const found = configurations(world).filter(
			({ configuration_name: name }) => name === parts.name,
		);
		if (found.length === 0) {
			throw invalidParameter('Invalid parameter', {
				details: `There is no payment configuration ${parts.name}.`,
			});
		}
		return { data: found };
	});
	graph.edge(
		PHONE_NUMBER,
		'GET',
		'payments/:configuration/:reference',
		(number, { parts }) => {
			const order = orderBy(world, number, parts.reference);
			if (order?.configuration !== parts.configuration) {
				throw invalidParameter('Invalid parameter', {
					details: 'There is no order with this reference_id and payment configuration.',
				});
			}
			const payment = world.use(payments).get(paymentKey(number.id, parts.reference));
			return { payments: payment ? [payment] : [] };
		},
		options,
	);
	graph.edge(
		PHONE_NUMBER,
		'POST',
		'payments_refund',
		(number, { params }) => refund(world, number, params),
		options,
	);
}

/** One configuration with a payment gateway, and one with a UPI handle. */
function configurations(world: World) {
	const created = world.clock.seconds() - 30 * 86_400;
	const common = {
		merchant_category_code: { code: '5462', description: 'Bakeries' },
		purpose_code: { code: '00', description: 'Default' },
		status: 'Active',
		created_timestamp: created,
		updated_timestamp: created,
	};
	return [
		{
			configuration_name: 'sandbox-razorpay',
			provider_name: 'RazorPay',
			provider_mid: 'acc_sandbox0000001',
			...common,
		},
		{ configuration_name: 'sandbox-upi', merchant_vpa: 'bakery@sandbox', ...common },
	];
}
