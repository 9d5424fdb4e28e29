import { SAMPLES } from '../samples';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import { customerNamed } from './customers';
import type { SampleInput, SampleView } from './types';

/** Control calls that list and send sample webhooks. */
export function sampleRoutes(call: Call, world: World): void {
	call('GET', '/samples', () => Object.keys(SAMPLES));
	call('POST', '/samples/:name', async (input: SampleInput, { name }): Promise<SampleView> => {
		if (!Object.hasOwn(SAMPLES, name)) {
			throw new ControlError(
				`There is no sample ${name}. Samples: ${Object.keys(SAMPLES).join(', ')}`,
				404,
			);
		}
		const id = input.phoneNumberId ?? world.seed.phoneNumberId;
		const number = world.directory.numbers.get(id);
		if (!number) throw new ControlError(`There is no phone number ${id}`, 404);
		const customer = customerNamed(world, input.customer);
		const sample = await SAMPLES[name]({ world, number, customer });
		const value = JSON.parse(JSON.stringify({ ...sample.value, ...input.value })) as Record<
			string,
			unknown
		>;
		world.webhooks.publish({
			accountId: sample.testEntryId ?? number.businessAccountId,
			phoneNumberId: number.id,
			field: sample.field,
			value,
			test: sample.testEntryId !== undefined,
		});
		return { field: sample.field, value: value as SampleView['value'] };
	});
}
