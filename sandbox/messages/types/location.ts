import { z } from 'zod/v3';
import { messageType } from '../messageType';
import { numeric, text } from '../schema';

export const locationMessage = messageType({
	type: 'location',
	schema: z
		.object({
			latitude: numeric(-90, 90),
			longitude: numeric(-180, 180),
			name: text(1000, 0).optional(),
			address: text(1000, 0).optional(),
		})
		.strict(),
});
