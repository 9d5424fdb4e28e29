import { record, records, textOf, texts } from '../answers';
import { z } from 'zod/v3';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { check } from '../messages/check';
import { list, reject, requiredText } from '../messages/schema';

/** Limits of the conversational components (Meta: business phone numbers); Meta's pages differ on the prompts, the wider value counts. */
export const AUTOMATION_LIMITS = {
	prompts: 4,
	prompt: 80,
	commands: 30,
	command: 32,
	commandDescription: 256,
} as const;

/** Ice breakers that a new chat offers, and commands that a customer sees after typing `/`. */
export interface Automation {
	prompts: string[];
	commands: Array<{ command: string; description: string }>;
}

const EMOJI = /\p{Extended_Pictographic}/u;

const schema = z.object({
	prompts: list(
		withoutEmoji(requiredText('Prompt #', AUTOMATION_LIMITS.prompt), 'Prompt #'),
		'Prompts',
		['prompt', 'prompts'],
		{ min: 0, max: AUTOMATION_LIMITS.prompts },
	),
	commands: list(
		z.object({
			command: withoutEmoji(requiredText('Command #', AUTOMATION_LIMITS.command), 'Command #')
				.transform((command) => command.replace(/^\//, ''))
				.superRefine((command, context) => {
					if (/\s/.test(command)) {
						reject(
							context,
							`Command # "${command}" contains a space`,
							'Use one word, e.g. tickets.',
						);
					}
				}),
			description: withoutEmoji(
				requiredText('The description of command #', AUTOMATION_LIMITS.commandDescription),
				'The description of command #',
			),
		}),
		'Commands',
		['command', 'commands'],
		{ min: 0, max: AUTOMATION_LIMITS.commands },
	),
});

export async function getAutomation(graph: GraphApi, phoneNumberId: string): Promise<Automation> {
	const answer = await graph.get(id(phoneNumberId), { fields: 'conversational_automation' });
	const { prompts, commands } = record(answer.conversational_automation);
	return {
		prompts: texts(prompts),
		commands: records(commands).map((command) => ({
			command: textOf(command.command_name) ?? '',
			description: textOf(command.command_description) ?? '',
		})),
	};
}

/** Replaces all prompts and commands of a number. */
export async function setAutomation(
	graph: GraphApi,
	phoneNumberId: string,
	automation: Automation,
): Promise<void> {
	const { prompts, commands } = check(schema, automation);
	await graph.post(`${id(phoneNumberId)}/conversational_automation`, {
		prompts,
		commands: commands.map(({ command, description }) => ({
			command_name: command,
			command_description: description,
		})),
	});
}

export interface CommerceSettings {
	catalogVisible: boolean;
	cartEnabled: boolean;
}

export async function getCommerce(
	graph: GraphApi,
	phoneNumberId: string,
): Promise<CommerceSettings> {
	const { data } = await graph.get(`${id(phoneNumberId)}/whatsapp_commerce_settings`);
	const [settings = {}] = records(data);
	return {
		catalogVisible: settings.is_catalog_visible === true,
		cartEnabled: settings.is_cart_enabled === true,
	};
}

/** Changes only what is set; Meta accepts it as query parameters. */
export async function setCommerce(
	graph: GraphApi,
	phoneNumberId: string,
	{ catalogVisible, cartEnabled }: Partial<CommerceSettings>,
): Promise<void> {
	await graph.post(`${id(phoneNumberId)}/whatsapp_commerce_settings`, undefined, {
		query: { is_catalog_visible: catalogVisible, is_cart_enabled: cartEnabled },
	});
}

function withoutEmoji<T extends z.ZodType<string, z.ZodTypeDef, unknown>>(rule: T, label: string) {
	return rule.superRefine((value, context) => {
		if (EMOJI.test(value)) {
			reject(
				context,
				`${label} contains an emoji`,
				'Remove the emoji. Meta does not accept emoji here.',
			);
		}
	});
}

function id(phoneNumberId: string): string {
	return graphId(phoneNumberId, 'sender', 'The phone number ID');
}
