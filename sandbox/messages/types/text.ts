import { z } from 'zod/v3';
import { messageType } from '../messageType';
import { text } from '../schema';

export const textMessage = messageType({
	type: 'text',
	schema: z.object({ body: text(4096), preview_url: z.boolean().optional() }).strict(),
	inGroups: true,
});
