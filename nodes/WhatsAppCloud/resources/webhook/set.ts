import type { INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { MAX_OVERRIDE_URL, withoutQuery } from '../../../shared/callbackUrl';
import type { Operation } from '../../runtime/operation';
import { levelOf, place } from './fields';

const replace: INodeProperties = {
	displayName: 'Replace Existing',
	name: 'replace',
	type: 'boolean',
	default: false,
	description:
		'Whether to replace a different callback URL that is already registered. The replaced URL then receives nothing.',
};

export const set: Operation = {
	name: 'Set',
	value: 'set',
	action: 'Set a webhook',
	description:
		'Register a callback URL for a phone number, an account, or the whole app. Meta verifies it immediately. For n8n workflows, use the trigger, which registers itself.',
	fields: [
		...place,
		{
			displayName: 'Callback URL',
			name: 'callbackUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://crm.example.com/whatsapp',
			description: 'Public HTTPS URL that responds to Meta, up to 200 characters',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Text that the receiver expects when Meta verifies the callback URL',
		},
		{
			displayName: 'Webhook Fields',
			name: 'webhookFields',
			type: 'string',
			default: 'messages',
			placeholder: 'e.g. messages, message_template_status_update',
			displayOptions: { show: { level: ['app'] } },
			description:
				'Fields to subscribe the app to, separated by commas. Existing subscriptions are kept.',
		},
		replace,
	],
	async run(call) {
		const { param } = call;
		const url = callbackUrl(param.text('callbackUrl'));
		const verifyToken = param.text('verifyToken').trim();
		if (verifyToken === '') {
			throw new InvalidInputError(
				'verifyToken',
				'The verify token is empty',
				'Enter the text that the receiver of the callback expects.',
			);
		}
		const level = levelOf(call);
		const current = await level.read();
		if (current && current.url !== url && !param.flag('replace')) {
			throw new InvalidInputError(
				'replace',
				`${level.title} already delivers to ${withoutQuery(current.url)}`,
				'Turn on "Replace Existing" to replace it. The replaced URL then receives nothing.',
			);
		}
		const fields = [
			...new Set([...list(param.text('webhookFields')), ...(current?.fields ?? [])]),
		].sort();
		await level.write({ url, verifyToken }, fields);
		return {
			level: level.name,
			id: level.id,
			callbackUrl: url,
			replaced: current && current.url !== url ? current.url : '',
			...(level.name === 'app' && { fields: fields.join(', ') }),
		};
	},
};

function callbackUrl(value: string): string {
	const url = value.trim();
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
		throw new InvalidInputError(
			'callbackUrl',
			url === '' ? 'The callback URL is empty' : `"${url.slice(0, 80)}" is not a web address`,
			'Enter a complete address, e.g. https://crm.example.com/whatsapp.',
		);
	}
	if (url.length > MAX_OVERRIDE_URL) {
		throw new InvalidInputError(
			'callbackUrl',
			`The callback URL has ${url.length} characters; Meta allows at most ${MAX_OVERRIDE_URL}`,
			'Use a shorter address.',
		);
	}
	return url;
}

function list(text: string): string[] {
	return text
		.split(/[\s,]+/)
		.map((field) => field.trim())
		.filter(Boolean);
}
