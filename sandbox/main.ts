/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openFlowFile } from './flowFile';
import { startSandbox } from './index';

const DEFAULT_PORT = 4780;

const USAGE = `Starts a local WhatsApp Cloud API with a phone in the browser.

Usage: npm run sandbox [-- options]

Options:
  --port <number>  Port on 127.0.0.1 (default ${DEFAULT_PORT}; 0 picks a free port)
  --flow <file>    Open a Flow JSON on the phone, and reload it on every save
  --endpoint <url> The endpoint of that flow
  --open-window    Let the business write free-form messages to customers who never wrote
  --help           Show this help

Environment: PORT, as --port.
`;

/** `npm run sandbox`: starts the sandbox and prints what to paste into a credential. */
async function main(): Promise<void> {
	const { port, help, openWindow, flow, endpoint } = readArguments(process.argv.slice(2));
	if (help) {
		process.stdout.write(USAGE);
		return;
	}
	// Before anything runs, so that a wrong path ends the command.
	if (flow !== undefined) {
		await access(flow).catch(() => {
			throw new Error(`The file "${flow}" cannot be read. Check the path after --flow.`);
		});
	}
	const sandbox = await startSandbox({
		port,
		...(openWindow ? { behavior: { window: 'open' } } : {}),
	});
	const { seed, url, phoneUrl } = sandbox;
	const lines = [
		'The WhatsApp sandbox is running. None of these values is real.',
		'',
		`  Phone in the browser          ${phoneUrl}`,
		'',
		'  Paste into the credential "WhatsApp Cloud API":',
		`    Base URL                    ${url}`,
		`    Access Token                ${seed.accessToken}`,
		`    WhatsApp Business Account   ${seed.businessAccountId}`,
		`    Phone Number ID             ${seed.phoneNumberId}   (${seed.displayPhoneNumber}, ${seed.verifiedName})`,
		...seed.moreNumbers.map(
			({ phoneNumberId, displayPhoneNumber, verifiedName }) =>
				`      or                        ${phoneNumberId}   (${displayPhoneNumber}, ${verifiedName})`,
		),
		`    App ID                      ${seed.appId}`,
		`    App Secret                  ${seed.appSecret}`,
		'',
		'  Connect with Facebook takes one of these as Login Configuration ID, or none:',
		'    110000000000001             system user token that never expires',
		'    110000000000002             user token for 60 days',
		'',
		'  Customers (they have to write first, or send them a template):',
		...seed.customers.map(
			({ waId, name, userId }) => `    +${waId.padEnd(14)} ${name.padEnd(14)} ${userId}`,
		),
		'',
		'  Stop with Ctrl+C.',
	];
	process.stdout.write(`${lines.join('\n')}\n`);
	const opened =
		flow === undefined
			? undefined
			: await openFlowFile(sandbox, flow, endpoint, (text) => process.stdout.write(text));
	if (opened) process.stdout.write(`\n  The flow on the phone         ${opened.url}\n`);
	const stop = () => {
		opened?.close();
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

interface Arguments {
	port: number;
	help: boolean;
	openWindow: boolean;
	flow?: string;
	endpoint?: string;
}

/** Reads the command line. Throws for unknown options and invalid ports. */
function readArguments(args: string[]): Arguments {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string' },
			'open-window': { type: 'boolean' },
			flow: { type: 'string' },
			endpoint: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		},
	});
	const port = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(
			`"${values.port ?? process.env.PORT}" is not a port. Use a number from 0 to 65535.`,
		);
	}
	return {
		port,
		help: values.help ?? false,
		openWindow: values['open-window'] ?? false,
		flow: values.flow,
		endpoint: values.endpoint,
	};
}

main().catch((reason: unknown) => {
	const { code, message } = reason as { code?: string; message?: string };
	process.stderr.write(
		code === 'EADDRINUSE'
			? `The port is in use. Choose another one: npm run sandbox -- --port 4781\n`
			: `${message ?? String(reason)}\n\n${USAGE}`,
	);
	process.exitCode = 1;
});
