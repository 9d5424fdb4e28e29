import type { IWebhookFunctions } from 'n8n-workflow';
import type { AnswerReference } from '../../../shared/answerReference';

/** An address of this n8n that resumes an execution. */
export interface ResumeAddress {
	url: string;
	/** The host that n8n signed the address for, where the URL has another one. */
	host?: string;
}

/** Where a delivery arrived: an address that this very process listens on. */
export interface Arrival {
	localAddress?: string;
	localPort?: number;
	/** Set for a connection with TLS, whose certificate names the public host. */
	encrypted?: boolean;
}

/**
 * The addresses of this n8n that resume the execution of a reference, in the order to try them: the one
 * that the delivery itself arrived at, which needs neither DNS nor a proxy nor the public address, then
 * 127.0.0.1, then the public address. Nothing in it comes from the message but the ID of the execution,
 * the ID of the node, and n8n's signature, whose formats are checked.
 *
 * @param base the public address, without a slash at the end, e.g. `https://n8n.example.com/webhook-waiting`
 */
export function resumeAddresses(
	base: string,
	{ localAddress, localPort, encrypted }: Arrival,
	{ executionId, nodeId, signature }: AnswerReference,
): ResumeAddress[] {
	const { origin, host, pathname } = new URL(base);
	const path = `/${executionId}/${nodeId}?signature=${signature}`;
	const endpoint = `/${pathname.split('/').at(-1) ?? ''}`;
	const local =
		localPort === undefined || encrypted === true
			? []
			: [...new Set([hostOf(localAddress), '127.0.0.1'])]
					.filter((name) => name !== undefined)
					.map((name) => ({ url: `http://${name}:${localPort}${endpoint}${path}`, host }));
	return [...local, { url: `${origin}${pathname}${path}` }];
}

/** Where the connection of a delivery arrived. */
export function arrivalOf(context: IWebhookFunctions): Arrival {
	const { socket } = context.getRequestObject();
	const { localAddress, localPort } = socket;
	return { localAddress, localPort, encrypted: (socket as Arrival).encrypted };
}

/** The public address at which n8n resumes executions; `undefined` where n8n knows none. */
export function resumeBase(context: IWebhookFunctions): string | undefined {
	const url = String(context.evaluateExpression('{{ $execution.resumeUrl }}'));
	return URL.canParse(url) ? url.split('?')[0].replace(/\/[^/]*$/, '') : undefined;
}

function hostOf(address: string | undefined): string | undefined {
	if (address === undefined) return undefined;
	const plain = address.replace(/^::ffff:(?=\d+\.)/, '').split('%')[0];
	return plain.includes(':') ? `[${plain}]` : plain;
}
