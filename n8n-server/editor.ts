/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { buildPackage, buildPhonePage } from '../demo/build';
import { startSandbox } from '../sandbox';
import { readOptions, USAGE } from './editorOptions';
import { ExampleStage } from './exampleStage';
import { exampleNames } from './exampleWorkflows';
import { assertFree } from './freePort';
import { install } from './install';
import { N8nClient, owner } from './n8nClient';
import { startN8nServer } from './n8nServer';
import { packNodes } from './packagedNodes';
import { sandboxCredential } from '../demo/sandboxCredential';
import { say } from './say';
import { startServices } from './services';

/** The example that replies on the phone page without setup. */
const ACTIVE_EXAMPLE = 'welcome-conversation';

/** `npm run n8n`. Everything is deleted at the end, because the sandbox doesn't persist either. */
async function main(): Promise<void> {
	const { help, release, port, phone } = readOptions(process.argv.slice(2));
	if (help) {
		say(USAGE);
		return;
	}
	await assertFree(port, '--port');
	await assertFree(phone, '--phone');
	await buildPackage();
	await buildPhonePage();
	const nodes = await packNodes();
	const installed = (await install([release]))[release];
	const stops: Array<() => Promise<void>> = [];
	try {
		const sandbox = await startSandbox({ port: phone });
		stops.push(async () => await sandbox.close());
		const services = await startServices({
			others: 'tunnel',
			onMail: ({ subject, text }) => say(`mail: ${subject}\n${text?.trim()}`),
		});
		stops.push(async () => await services.close());
		say('starting n8n');
		const { env } = services;
		const server = await startN8nServer({ installed, nodes, name: 'editor', port, env });
		stops.push(async () => await server.stop());
		const client = await N8nClient.connect(server.url);
		const credential = await client.createCredential(sandboxCredential(sandbox));
		const stage = await ExampleStage.prepare({ client, sandbox, services, credential });
		for (const name of exampleNames()) {
			const workflow = await client.createWorkflow(await stage.ready(name));
			const live = name === ACTIVE_EXAMPLE;
			if (live) await client.activate(workflow.id);
			say(`imported ${workflow.name}${live ? ' (live: write to it on the phone page)' : ''}`);
		}
		say(`n8n ${installed.release.version}: ${server.url}`);
		say(`  sign in as ${owner.email} with ${owner.password}`);
		say(`phone page: ${sandbox.phoneUrl}`);
		say('Google, HubSpot, OpenAI, and the mail server of the examples are simulated, too');
		say('Press Ctrl+C to stop everything');
		await interrupted();
	} finally {
		for (const stop of stops.reverse()) await stop();
	}
}

async function interrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		process.once('SIGINT', () => resolve());
		process.once('SIGTERM', () => resolve());
	});
}

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
