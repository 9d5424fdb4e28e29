import fc from 'fast-check';
import { bench, closeAll } from './support';

afterEach(closeAll);

/** Every POST edge with its parameters; `N`, `W`, and `T` stand for number, account, and template. */
const EDGES: Array<[string, string[]]> = [
	['/N', ['new_display_name', 'pin', 'webhook_configuration']],
	['/N/register', ['pin', 'data_localization_region']],
	['/N/request_code', ['code_method', 'language']],
	['/N/verify_code', ['code']],
	['/N/block_users', ['block_users']],
	['/N/message_qrdls', ['prefilled_message', 'generate_qr_image', 'code']],
	['/N/conversational_automation', ['prompts', 'commands']],
	[
		'/N/whatsapp_business_profile',
		['about', 'websites', 'vertical', 'email', 'profile_picture_handle'],
	],
	['/N/settings', ['calling', 'user_identity_change']],
	['/N/groups', ['subject', 'description', 'join_approval_mode']],
	['/N/calls', ['call_id', 'action', 'session', 'biz_opaque_callback_data']],
	['/W/dataset', ['dataset_name']],
	['/N/payments_refund', ['reference_id', 'payment_config_id', 'amount', 'speed']],
	['/N/username', ['username', 'transfer_action']],
	['/N/thread_control', ['action', 'to', 'recipient', 'metadata', 'control_pass']],
	['/W/signups', ['signup_message', 'confirmation_message', 'privacy_policy_url', 'policy']],
	['/W/phone_numbers', ['cc', 'phone_number', 'verified_name']],
	['/N/smb_app_data', ['sync_type']],
	[
		'/W/message_templates',
		['name', 'language', 'category', 'components', 'message_send_ttl_seconds'],
	],
	['/W/message_templates/archive', ['hsm_ids']],
	['/W/migrate_message_templates', ['source_waba_id', 'template_ids']],
	['/W/upsert_message_templates', ['name', 'category', 'languages', 'components']],
	['/W/subscribed_apps', ['override_callback_uri', 'verify_token']],
	['/T', ['components', 'category', 'parameter_format', 'message_send_ttl_seconds']],
];

it.each(EDGES)('answers any JSON in %s without breaking', async (edge, keys) => {
	const { graph, sandbox } = await bench();
	const [template] = await sandbox.control.templates();
	const path = edge
		.replace('/N', `/${sandbox.seed.phoneNumberId}`)
		.replace('/W', `/${sandbox.seed.businessAccountId}`)
		.replace('/T', `/${template.id}`);
	const values = fc.record(
		Object.fromEntries(keys.map((key) => [key, fc.jsonValue({ maxDepth: 3 })])),
		{ requiredKeys: [] },
	);
	await fc.assert(
		fc.asyncProperty(values, async (body) => {
			const { status, data } = await graph.post(path, { messaging_product: 'whatsapp', ...body });
			expect([status, JSON.stringify(data)]).not.toEqual([500, expect.anything()]);
			expect(JSON.stringify(data)).not.toContain('[object');
		}),
		{ numRuns: 60, seed: 7 },
	);
	const state = JSON.stringify([await sandbox.control.state(), await sandbox.control.templates()]);
	expect(state).not.toContain('[object');
});
