import type { Resource } from '../../runtime/operation';
import { getDataset } from './getDataset';
import { sendEvent } from './sendEvent';

export const conversion: Resource = {
	name: 'Conversion',
	value: 'conversion',
	operations: [sendEvent, getDataset],
};
