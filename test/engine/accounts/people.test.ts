import { withSandbox } from '../../support/withSandbox';
import { output, run } from './support';

const stage = withSandbox();

it('blocks and unblocks users and returns one result per user', async () => {
	const [ana, ben] = stage.sandbox.seed.customers;
	await stage.control.customer(ana.waId).sendText('Hello');
	await stage.control.customer(ben.waId).sendText('Hello');
	const blocked = await output(stage, 'user', 'block', {
		users: `+${ana.waId}, ${ben.userId}\n+49 151 00000000`,
	});
	expect(blocked).toMatchObject([
		{ user: `+${ana.waId}`, blocked: true, waId: ana.waId },
		{ user: ben.userId, blocked: true, userId: ben.userId },
		{ user: '+49 151 00000000', blocked: false, reason: expect.any(String) },
	]);
	const list = await output(stage, 'user', 'getAll', { returnAll: true });
	expect(list.map(({ waId }) => waId)).toEqual([ana.waId, ben.waId]);
	expect(await output(stage, 'user', 'unblock', { users: ana.waId })).toMatchObject([
		{ unblocked: true },
	]);
	expect(await output(stage, 'user', 'getAll', { returnAll: true })).toHaveLength(1);
});

it('rejects invalid users before anything is sent', async () => {
	const { error } = await run(stage, 'user', 'block', { users: 'my friend' });
	expect(error?.message).toMatch(/"my friend" is not a phone number.*Users.*\[item 0\]/);
	expect(await stage.control.requests()).toHaveLength(0);
});

it('returns an account and its analytics, one item per data point', async () => {
	expect(await output(stage, 'account', 'get')).toMatchObject([
		{
			businessAccountId: stage.sandbox.seed.businessAccountId,
			name: stage.sandbox.seed.businessAccountName,
			reviewStatus: 'APPROVED',
			paymentMethod: true,
		},
	]);
	const span = {
		start: new Date(Date.now() - 2 * 86_400_000).toISOString(),
		end: new Date(Date.now() + 60_000).toISOString(),
	};
	// After the span was fixed, so that the message falls into its last, begun day.
	await output(stage, 'message', 'sendText', { recipient: '+1 555 010 0201', text: 'Hello' });
	const points = await output(stage, 'account', 'getAnalytics', { kind: 'messages', ...span });
	expect(points).toHaveLength(3);
	expect(points[2]).toMatchObject({ sent: 1, start: expect.stringMatching(/^\d{4}-/) });
	for (const kind of ['conversations', 'pricing']) {
		const [first] = await output(stage, 'account', 'getAnalytics', { kind, ...span });
		expect(first).toHaveProperty('cost');
	}
	const [template] = await stage.control.templates();
	const perTemplate = await output(stage, 'account', 'getAnalytics', {
		kind: 'templates',
		templateIds: template.id,
		...span,
	});
	expect(perTemplate[0]).toMatchObject({ template_id: template.id });
});

it('returns the analytics of a template group', async () => {
	const [template] = await stage.control.templates();
	const { id } = await stage.control.addTemplateGroup({ templateIds: [template.id] });
	const span = {
		start: new Date(Date.now() - 2 * 86_400_000).toISOString(),
		end: new Date(Date.now() + 60_000).toISOString(),
	};
	const points = await output(stage, 'account', 'getAnalytics', {
		kind: 'templateGroups',
		templateGroupIds: id,
		...span,
	});
	expect(points.length).toBeGreaterThan(0);
	expect(points[0]).toMatchObject({ start: expect.stringMatching(/^\d{4}-/) });
	const { error } = await run(stage, 'account', 'getAnalytics', {
		kind: 'templateGroups',
		...span,
	});
	expect(error?.message).toMatch(/No template group ID was entered.*Template Group IDs/);
});

it('rejects a start after the end or too far back', async () => {
	const ask = async (start: string, end: string) =>
		(await run(stage, 'account', 'getAnalytics', { kind: 'messages', start, end })).error?.message;
	const now = new Date().toISOString();
	expect(await ask(now, '2026-01-01T00:00:00Z')).toMatch(/From.*is not before.*To/);
	expect(await ask('2020-01-01T00:00:00Z', now)).toMatch(/more than 365 days ago/);
	expect(await ask('soon', now)).toMatch(/"soon" is not a date/);
});
