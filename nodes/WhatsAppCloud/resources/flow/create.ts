import type { IDataObject } from 'n8n-workflow';
import { createFlow, type NewFlow } from '../../../../cloud-api/flows/manage';
import { account } from '../../fields/account';
import { flow } from '../../fields/flow';
import { optionsCollection } from '../../fields/options';
import type { Call, Operation } from '../../runtime/operation';
import { categories, endpointUrl } from './fields';
import { flowJsonOf } from './flowJson';
import { checkFirst, flowJsonFields } from './flowJsonFields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a flow',
	description:
		'Create a flow from fields, from Flow JSON, or as a copy of another flow. All errors are reported before anything is sent.',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Quote Request',
			description: 'Name of the flow, which no other flow of the account has',
		},
		categories,
		...flowJsonFields([
			{
				name: 'As a Copy',
				value: 'copy',
				description: 'With the screens of another flow of the account',
			},
		]),
		{
			...flow,
			displayName: 'Flow to Copy',
			required: false,
			displayOptions: { show: { definition: ['copy'] } },
			description: 'The flow whose screens are copied',
		},
		account,
		optionsCollection([
			checkFirst,
			endpointUrl,
			{
				displayName: 'Publish',
				name: 'publish',
				type: 'boolean',
				default: false,
				description:
					'Whether to publish the flow at once, so that it can be sent to everyone. A draft can be sent with the mode Draft.',
			},
		]),
	],
	async run(call) {
		const { graph, param } = call;
		const options = param.group('options');
		const publish = options.flag('publish');
		const source = await sourceOf(call);
		const { warnings, ...definition } = source;
		const { success, validationErrors, flowId } = await createFlow(graph, param.account(), {
			name: param.text('name'),
			categories: param.entries('categories'),
			...definition,
			endpointUrl: options.optionalText('endpointUrl'),
			publish,
		});
		return {
			flowId,
			name: param.text('name').trim(),
			status: publish && success && validationErrors.length === 0 ? 'PUBLISHED' : 'DRAFT',
			validationErrors,
			warnings,
		} as unknown as IDataObject;
	},
};

async function sourceOf(
	call: Call,
): Promise<Pick<NewFlow, 'flowJson' | 'copyOf'> & { warnings: unknown[] }> {
	if (call.param.text('definition') === 'copy')
		return { copyOf: call.param.locator('flow'), warnings: [] };
	const { text, warnings } = await flowJsonOf(call);
	return { flowJson: text, warnings };
}
