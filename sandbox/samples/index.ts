import { accountSamples } from './accounts';
import { callSamples } from './calls';
import { coexistenceSamples } from './coexistence';
import { groupSamples } from './groups';
import { messageSamples } from './messages';
import { paymentSamples } from './payments';
import type { MakeSample } from './sample';

/** Webhooks that no action of a customer causes, by name. Payloads follow the examples on Meta's pages. */
export const SAMPLES: Readonly<Record<string, MakeSample>> = {
	...messageSamples,
	...coexistenceSamples,
	...callSamples,
	...groupSamples,
	...paymentSamples,
	...accountSamples,
};
