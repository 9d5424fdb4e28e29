/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import pc from 'picocolors';
import type { RunResult } from '../engine';
import type { MessageView } from '../sandbox/control/types';
import { describeMessage, tappedTitle } from './describe';

/** The names of the participants. */
export interface Names {
	business: string;
	/** @param waId the customer's WhatsApp ID */
	customer: (waId: string) => string;
}

/** The result of the conversation. */
export type Summary =
	| { ok: true; messages: number; answers: number }
	| { ok: false; reason: string };

/** Reports what happens. Machine-readable output goes to stdout; notes don't interfere with it. */
export interface Reporter {
	/** A note that is not part of the conversation. */
	note(text: string): void;
	message(message: MessageView): void;
	/** A message got a new status. */
	status(message: MessageView): void;
	/** A run of the workflow ended. */
	run(result: RunResult): void;
	end(summary: Summary): void;
}

const TICKS: Record<string, string> = {
	read: '✓✓ read',
	played: '✓✓ played',
	failed: '✗ not delivered',
};

/** Plain text, with color in a terminal. */
export function wordsReporter(names: Names): Reporter {
	const colours = pc.createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
	const line = (text: string) => process.stdout.write(`${text}\n`);
	const reported = new Map<string, string>();
	let lastTold: string | undefined;
	return {
		note: line,
		message(message) {
			const incoming = message.direction === 'incoming';
			const name = incoming ? names.customer(message.customer) : names.business;
			const text = describeMessage(message).replaceAll('\n', '\n    ');
			reported.set(message.id, text);
			lastTold = message.id;
			line(`${incoming ? colours.cyan(name) : colours.green(name)}: ${text}`);
		},
		status({ id, direction, status }) {
			if (direction !== 'outgoing' || !['read', 'played', 'failed'].includes(status)) return;
			const [first] = (reported.get(id) ?? '').split('\n');
			const which = id === lastTold ? '' : `  ${shorten(first)}`;
			line(colours.dim(`    ${TICKS[status]}${which}`));
		},
		run(result) {
			lastTold = undefined;
			line(colours.dim(`    n8n: ${result.nodes.join(' → ')}`));
			if (result.error) line(colours.red(`    ${explainRun(result)}`));
		},
		end(summary) {
			line('');
			if (summary.ok) {
				const { messages, answers } = summary;
				line(
					colours.green(
						`All ${messages} messages were answered, and all ${answers} replies were read.`,
					),
				);
			} else {
				process.stderr.write(`${summary.reason}\n`);
			}
		},
	};
}

/** One JSON object per line on stdout. Notes go to stderr. */
export function jsonReporter(names: Names): Reporter {
	const line = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
	const reported = new Set<string>();
	return {
		note: (text) => void process.stderr.write(`${text}\n`),
		message(message) {
			if (message.direction === 'incoming') line(messageLine(message, names));
		},
		status(message) {
			const ended = ['read', 'played', 'failed'].includes(message.status);
			if (message.direction !== 'outgoing' || !ended || reported.has(message.id)) return;
			reported.add(message.id);
			line(messageLine(message, names));
		},
		run(result) {
			if (result.error) line({ from: 'n8n', type: 'error', text: explainRun(result) });
		},
		end(summary) {
			line({ from: 'demo', type: 'summary', ...summary });
			if (!summary.ok) process.stderr.write(`${summary.reason}\n`);
		},
	};
}

function messageLine(message: MessageView, names: Names): object {
	const tapped = tappedTitle(message);
	const [reaction] = message.reactions;
	return {
		from: message.direction === 'incoming' ? 'customer' : 'business',
		name: message.direction === 'incoming' ? names.customer(message.customer) : names.business,
		type: message.direction === 'incoming' && tapped !== undefined ? 'button_tap' : message.type,
		text: tapped ?? describeMessage(message),
		wamid: message.id,
		status: message.status,
		...(message.replyTo ? { replyTo: message.replyTo } : {}),
		...(reaction ? { reaction: reaction.emoji } : {}),
		timestamp: new Date(message.timestamp).toISOString(),
	};
}

/** Returns why a run of the workflow stopped, with n8n's advice. */
export function explainRun(result: RunResult): string {
	const { message, description } = (result.error ?? {}) as {
		message?: string;
		description?: string | null;
	};
	return [`The node "${result.lastNode}" stopped: ${message}`, description]
		.filter(Boolean)
		.join(' – ');
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
