import { pay } from '../payments/pay';
import { payments } from '../payments/store';
import type { World } from '../world/world';
import type { Call } from './call';
import type { PaymentInput, PaymentView } from './types';

/** Control calls that play a paying customer. */
export function paymentControls(call: Call, world: World): void {
	call('GET', '/payments', (): PaymentView[] => [...world.use(payments).values()]);
	call('POST', '/payments', (input: PaymentInput): PaymentView => pay(world, input));
}
