import type { CodeTable } from '../types';

/** Flows: sending and managing them. */
export const flows: CodeTable = {
	132068: {
		title: 'The flow is blocked and cannot be sent',
		fix: 'Its endpoint did not answer properly for too long. Repair the endpoint; the state is shown in WhatsApp Manager > Account tools > Flows.',
		actor: 'account admin',
		retry: 'later',
	},
	132069: {
		title: 'The flow is throttled: ten were sent within the last hour',
		fix: 'Its endpoint answers badly, so Meta allows 10 an hour. Repair the endpoint, or wait an hour.',
		actor: 'account admin',
		retry: 'later',
		waitSeconds: 3600,
	},
	139000: {
		title: 'The business may not create or publish flows yet',
		fix: 'It needs a verified business and a good quality rating. See WhatsApp Manager > Account tools > Flows.',
		actor: 'account admin',
		retry: 'never',
	},
	139001: {
		title: 'The flow is published and cannot be changed',
		fix: 'Clone it, change the copy and publish that.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139002: {
		title: 'The flow cannot be published',
		fix: 'Its JSON still has findings, or its endpoint is missing. See the validation findings of the flow.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139003: {
		title: 'The flow cannot be deprecated',
		fix: 'Only a published flow can. A draft is deleted instead.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139004: {
		title: 'The flow cannot be deleted',
		fix: 'Only a draft can. A published flow is deprecated instead.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139005: {
		title: 'The metrics of the flow are not available',
		fix: 'Meta ended the metrics of flows in April 2026.',
		actor: 'Meta',
		retry: 'never',
	},
	139006: {
		title: 'The metrics of the flow are not available',
		fix: 'Meta ended the metrics of flows in April 2026.',
		actor: 'Meta',
		retry: 'never',
	},
};
