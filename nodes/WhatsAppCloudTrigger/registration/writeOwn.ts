import { tokenOf } from '../callbackUrl';
import type { Level } from './levels';
import type { Plan } from './plan';
import { notVerified } from './refusals';

/**
 * Registers a callback of ours at a level.
 *
 * @throws InvalidInputError when Meta could not verify it, what the Graph API throws otherwise
 */
export async function writeOwn(
	plan: Plan,
	level: Level,
	url: string,
	fields: readonly string[],
): Promise<void> {
	const verifyToken = tokenOf(plan.url, plan.credential.appSecret);
	try {
		await level.write({ url, verifyToken }, fields);
	} catch (error) {
		throw notVerified(error, plan.url);
	}
}
