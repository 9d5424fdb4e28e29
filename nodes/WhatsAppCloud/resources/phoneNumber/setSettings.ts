import type { IDataObject } from 'n8n-workflow';
import {
	getAutomation,
	getCommerce,
	setAutomation,
	setCommerce,
	type Automation,
} from '../../../../cloud-api/accounts/automation';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { number } from '../../fields/number';
import type { Values } from '../../../shared/values';
import type { Operation } from '../../runtime/operation';

export const setSettings: Operation = {
	name: 'Set Settings',
	value: 'setSettings',
	action: 'Set the settings of a phone number',
	description:
		'Set prompts (ice breakers) and commands, and whether the catalog and the cart are shown. Changes only the settings you add.',
	fields: [
		number,
		{
			displayName: 'Settings',
			name: 'settings',
			type: 'collection',
			placeholder: 'Add setting',
			default: {},
			options: [
				{
					displayName: 'Commands',
					name: 'commands',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add command',
					default: {},
					description:
						'Commands that a customer sees after typing a slash. They replace the current ones.',
					options: [
						{
							displayName: 'Command',
							name: 'command',
							values: [
								{
									displayName: 'Command',
									name: 'command',
									type: 'string',
									default: '',
									placeholder: 'e.g. tickets',
									description: 'One word, up to 32 characters, without the slash',
								},
								{
									displayName: 'Description',
									name: 'description',
									type: 'string',
									default: '',
									placeholder: 'e.g. Book flight tickets',
									description: 'Text that explains the command, up to 256 characters',
								},
							],
						},
					],
				},
				{
					displayName: 'Prompts',
					name: 'prompts',
					type: 'string',
					typeOptions: { multipleValues: true, multipleValueButtonText: 'Add prompt' },
					default: [],
					placeholder: 'e.g. Plan a trip',
					description:
						'Up to four messages that a customer can tap in a new chat, up to 80 characters each. They replace the current ones.',
				},
				{
					displayName: 'Show Cart',
					name: 'cartEnabled',
					type: 'boolean',
					default: true,
					description: 'Whether customers can add products to a cart',
				},
				{
					displayName: 'Show Catalog',
					name: 'catalogVisible',
					type: 'boolean',
					default: true,
					description: 'Whether the business profile shows the catalog',
				},
			],
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const settings = param.group('settings');
		const prompts = settings.raw('prompts') === undefined ? undefined : settings.entries('prompts');
		const commands = settings.raw('commands') === undefined ? undefined : commandsOf(settings);
		const cartEnabled = settings.optionalFlag('cartEnabled');
		const catalogVisible = settings.optionalFlag('catalogVisible');
		const wantsAutomation = prompts !== undefined || commands !== undefined;
		const wantsCommerce = cartEnabled !== undefined || catalogVisible !== undefined;
		if (!wantsAutomation && !wantsCommerce) {
			throw new InvalidInputError(
				'settings',
				'No setting is added',
				'Add at least one entry under "Settings".',
			);
		}
		if (wantsAutomation) {
			const present = await getAutomation(graph, phoneNumberId);
			await setAutomation(graph, phoneNumberId, {
				prompts: prompts ?? present.prompts,
				commands: commands ?? present.commands,
			});
		}
		if (wantsCommerce) {
			await setCommerce(graph, phoneNumberId, { cartEnabled, catalogVisible });
		}
		return {
			phoneNumberId,
			...(await getAutomation(graph, phoneNumberId)),
			...(await getCommerce(graph, phoneNumberId)),
		} as unknown as IDataObject;
	},
};

function commandsOf(settings: Values): Automation['commands'] {
	return settings.rows('commands', 'command').map((row) => ({
		command: row.text('command'),
		description: row.text('description'),
	}));
}
