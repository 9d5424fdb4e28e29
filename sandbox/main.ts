/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { startSandbox } from './index';

const DEFAULT_PORT = 4780;

/** `npm run sandbox`: starts the sandbox and says what to paste where. `PORT` chooses another port. */
async function main(): Promise<void> {
	const sandbox = await startSandbox({ port: Number(process.env.PORT ?? DEFAULT_PORT) });
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
		`    App ID                      ${seed.appId}`,
		`    App Secret                  ${seed.appSecret}`,
		'',
		'  Customers to write to:',
		...seed.customers.map(
			({ waId, name, userId }) => `    +${waId.padEnd(14)} ${name.padEnd(14)} ${userId}`,
		),
		'',
		'  Stop with Ctrl+C.',
	];
	process.stdout.write(`${lines.join('\n')}\n`);
	const stop = () => void sandbox.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((reason: unknown) => {
	const { code, message } = reason as { code?: string; message?: string };
	process.stderr.write(
		code === 'EADDRINUSE'
			? `Port ${process.env.PORT ?? DEFAULT_PORT} is taken. Choose another one: PORT=4781 npm run sandbox\n`
			: `${message ?? String(reason)}\n`,
	);
	process.exitCode = 1;
});
