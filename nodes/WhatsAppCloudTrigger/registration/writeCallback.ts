import type { RegisteredCallback } from '../../../cloud-api/accounts/callbackLevels';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import { isOnBusinessApp } from '../../../cloud-api/accounts/coexistence';
import { GraphError } from '../../../cloud-api/errors/cloudApiError';
import { verifyTokenOf } from './ownership';
import type { Plan } from './plan';
import { noNumberCallback, notVerified } from './registrationErrors';

/**
 * Registers a callback of this trigger.
 *
 * @throws InvalidInputError when Meta could not verify it or allows the number none; what the Graph API
 *   throws otherwise
 */
export async function writeCallback(
	plan: Plan,
	level: Plan['level'],
	{ url, fields = plan.fields }: RegisteredCallback,
): Promise<void> {
	try {
		await level.write({ url, verifyToken: verifyTokenOf(plan, plan.url) }, fields);
	} catch (error) {
		if (!(error instanceof GraphError)) rethrow(error);
		if (error.envelope.code === 2200) throw notVerified(error, plan.url);
		if (error.envelope.code !== 200 || level.name !== 'phoneNumber') rethrow(error);
		throw noNumberCallback(plan, error, await isOnBusinessApp(plan.graph, level.id));
	}
}
