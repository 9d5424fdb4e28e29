/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { parseArgs } from 'node:util';

/** Default port of the phone page. */
export const DEFAULT_PORT = 4780;

export const USAGE = `npm start                     a WhatsApp of your own: chat in the browser with an n8n workflow
npm start -- --once           plays a customer, prints the conversation and ends

Options (after "npm start --")
  --once              play the customer instead of waiting for one; exit code 0 only if every
                      message was answered and every answer was read
  --json              one JSON object per line instead of plain words
  --workflow <file>   the workflow to chat with (default: examples/welcome-conversation.json)
  --port <number>     port of the phone page (default: ${DEFAULT_PORT}, or a free one if that is taken)
  --help              this text
`;

export interface DemoArguments {
	once: boolean;
	json: boolean;
	help: boolean;
	/** Path of the workflow file; undefined for the welcome conversation. */
	workflow?: string;
	/** Undefined if none was specified. */
	port?: number;
}

/** An error that the user can correct. Only its message is printed. */
export class UsageError extends Error {}

/** @throws UsageError that names the invalid argument */
export function readArguments(args: string[]): DemoArguments {
	const { once, json, help, workflow, port } = parse(args);
	if (once && workflow !== undefined) {
		throw new UsageError(
			'--once plays the welcome conversation, so it takes no --workflow. Leave one of the two out.',
		);
	}
	return {
		once: once === true,
		json: json === true,
		help: help === true,
		...(workflow === undefined ? {} : { workflow }),
		...(port === undefined ? {} : { port: readPort(port) }),
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				once: { type: 'boolean' },
				json: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
				workflow: { type: 'string' },
				port: { type: 'string' },
			},
		}).values;
	} catch (error) {
		const [reason] = (error as Error).message.split('. ');
		return notUnderstood(reason);
	}
}

function notUnderstood(reason: string): never {
	throw new UsageError(`${reason}. "npm start -- --help" lists the options.`);
}

function readPort(value: string): number {
	const port = Number(value);
	if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
		throw new UsageError(`--port ${value} is not a port. Enter a number from 1 to 65535.`);
	}
	return port;
}
