import type { CodeTable } from '../types';

/** Sending and managing flows. */
export const flows: CodeTable = {
	132068: {
		title: 'The flow is blocked and cannot be sent',
		fix: 'Its endpoint did not answer correctly for too long. Fix the endpoint; WhatsApp Manager → Account tools → Flows shows the status.',
		actor: 'account admin',
		retry: 'later',
	},
	132069: {
		title: 'The flow is throttled: 10 messages with it were sent within the last hour',
		fix: 'Its endpoint is unreliable, so Meta allows 10 messages per hour. Fix the endpoint, or wait an hour.',
		actor: 'account admin',
		retry: 'later',
		waitSeconds: 3600,
	},
	139000: {
		title: 'The business cannot create or publish flows yet',
		fix: 'Flows require a verified business and a good quality rating. See WhatsApp Manager → Account tools → Flows.',
		actor: 'account admin',
		retry: 'never',
	},
	139001: {
		title: 'The flow cannot be changed',
		fix: 'A deprecated or blocked flow cannot be changed. Copy it with Flow → Create → As a Copy, and publish the copy.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139002: {
		title: 'The flow cannot be published',
		fix: 'Its JSON is invalid, or its endpoint, phone number, public key, or app is missing. Flow → Get shows what to correct.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139003: {
		title: 'The flow cannot be deprecated',
		fix: 'Only a published flow can be deprecated. Delete a draft instead.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139004: {
		title: 'The flow cannot be deleted',
		fix: 'Only a draft can be deleted. Deprecate a published flow instead.',
		actor: 'workflow builder',
		retry: 'never',
	},
	4233041: {
		title: 'The flow could not be migrated',
		fix: "See Meta's message for the reason.",
		actor: 'workflow builder',
		retry: 'never',
		generic: true,
	},
	139005: {
		title: 'The metrics of the flow are not available',
		fix: 'Meta discontinued flow metrics in April 2026.',
		actor: 'Meta',
		retry: 'never',
	},
	139006: {
		title: 'The metrics of the flow are not available',
		fix: 'Meta discontinued flow metrics in April 2026.',
		actor: 'Meta',
		retry: 'never',
	},
};
