/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import { once } from 'node:events';
import { readArguments, USAGE, UsageError, type DemoArguments } from './arguments';
import { buildPackage, buildPhonePage } from './build';
import type { Reporter } from './reporter';
import type { Stage } from './stage';

/** `npm start`: a local WhatsApp sandbox, an n8n workflow that replies, and a phone in the browser. */
async function main(): Promise<number> {
	const args = readArguments(process.argv.slice(2));
	if (args.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	await buildPackage();
	if (!args.once) await buildPhonePage();

	// Imported late, because n8n-core takes seconds to load and requires the build.
	const { setStage } = await import('./stage');
	const { jsonReporter, wordsReporter } = await import('./reporter');
	const stage = await setStage({ ...args, anyPort: args.once });
	const { seed } = stage.sandbox;
	const names = {
		business: seed.verifiedName,
		customer: (waId: string) =>
			seed.customers.find((customer) => customer.waId === waId)?.name ?? `+${waId}`,
	};
	const reporter = args.json ? jsonReporter(names) : wordsReporter(names);
	try {
		if (!args.once) return await stayOpen(stage, reporter, args);
		introduce(stage, reporter, args);
		return await playOnce(stage, reporter);
	} finally {
		await stage.close();
	}
}

function introduce(
	{ sandbox, trigger, workflow, portNote }: Stage,
	reporter: Reporter,
	args: DemoArguments,
): void {
	if (portNote) reporter.note(portNote);
	reporter.note(`WhatsApp sandbox   ${sandbox.url}`);
	reporter.note(
		`n8n workflow       ${workflow}, published; its trigger is registered at the sandbox`,
	);
	reporter.note(`                   and listens at ${trigger.url()}`);
	if (!args.once) {
		reporter.note('');
		reporter.note(`Open the phone     ${sandbox.phoneUrl}`);
		reporter.note('Send the business a message or a picture there. Press Ctrl+C to stop.');
	}
	reporter.note('');
}

async function playOnce(stage: Stage, reporter: Reporter): Promise<number> {
	const { ConversationError, playCustomer } = await import('./playCustomer');
	try {
		const counts = await playCustomer(stage, reporter);
		reporter.end({ ok: true, ...counts });
		return 0;
	} catch (error) {
		if (!(error instanceof ConversationError)) throw error;
		reporter.end({ ok: false, reason: error.message });
		return 1;
	}
}

/** Reports everything until Ctrl+C. Subscribes before it prints the invitation, so that no message is missed. */
async function stayOpen(stage: Stage, reporter: Reporter, args: DemoArguments): Promise<number> {
	const { sandbox, engine } = stage;
	const stopListening = await sandbox.control.listen(
		(event) => {
			if (event.type === 'message') reporter.message(event.message);
			if (event.type === 'status' && event.status) reporter.status(event.message);
		},
		['message', 'status'],
	);
	engine.executions.on('finished', ({ result }) => result && reporter.run(result));
	const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	introduce(stage, reporter, args);
	await ended;
	reporter.note('Closing …');
	stopListening();
	return 0;
}

main()
	.then((code) => {
		process.exitCode = code;
	})
	.catch((reason: unknown) => {
		process.stderr.write(`${(reason as Error).message ?? String(reason)}\n`);
		process.exitCode = reason instanceof UsageError ? 2 : 1;
	});
