/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import path from 'node:path';
import { createEngine, readWorkflow, type Engine, type Trigger } from '../engine';
import { startSandbox, type Sandbox } from '../sandbox';
import { DEFAULT_PORT, UsageError } from './arguments';
import { credentialData } from './sandboxCredential';

const EXAMPLES = path.join(__dirname, '../examples');
export const WELCOME = path.join(EXAMPLES, 'welcome-conversation.json');
export const CUSTOMER_PICTURE = path.join(EXAMPLES, 'parcel.jpg');

/** Everything that runs while the demo runs. */
export interface Stage {
	sandbox: Sandbox;
	engine: Engine;
	trigger: Trigger;
	/** The workflow's name. */
	workflow: string;
	/** Set if the default port was in use. */
	portNote?: string;
	/** Removes the trigger's registration and stops everything. */
	close(): Promise<void>;
}

/**
 * Starts the sandbox and n8n's engine with the built package and the workflow, and registers the
 * workflow's trigger with the sandbox, as n8n does when a workflow is published.
 *
 * @throws UsageError if the port is in use or the workflow file is invalid
 */
export async function setStage(options: {
	/** If this port is in use, starting fails. Without it, another free port is used. */
	port?: number;
	anyPort: boolean;
	workflow?: string;
}): Promise<Stage> {
	const file = options.workflow ?? WELCOME;
	const workflow = await readWorkflow(file).catch((error: Error) => unreadable(file, error));
	const { sandbox, portNote } = await openSandbox(options);
	const engine = await createEngine({
		credentials: { whatsAppCloudApi: credentialData(sandbox) },
	}).catch(closing(sandbox));
	const trigger = engine.trigger(workflow);
	const receives = workflow.nodes.some(({ type }) => type.endsWith('.whatsAppCloudTrigger'));
	const close = async () => {
		if (trigger.active) await trigger.deactivate();
		await engine.close();
		await sandbox.close();
	};
	if (!receives) {
		await close();
		return nothingToReceive(file);
	}
	try {
		await engine.listen();
		await trigger.activate();
	} catch (error) {
		await close();
		return notRegistered(error);
	}
	return {
		sandbox,
		engine,
		trigger,
		workflow: workflow.name ?? path.basename(file),
		portNote,
		close,
	};
}

async function openSandbox({
	port,
	anyPort,
}: {
	port?: number;
	anyPort: boolean;
}): Promise<{ sandbox: Sandbox; portNote?: string }> {
	try {
		return { sandbox: await startSandbox({ port: port ?? (anyPort ? 0 : DEFAULT_PORT) }) };
	} catch (error) {
		const { code } = error as { code?: string };
		if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
		if (port !== undefined) return portTaken(port, code);
		return {
			sandbox: await startSandbox({ port: 0 }),
			portNote: `Port ${DEFAULT_PORT} is taken, so the phone page has another one.`,
		};
	}
}

function portTaken(port: number, code: string): never {
	throw new UsageError(
		code === 'EACCES'
			? `Port ${port} is reserved for the system. Choose one above 1023: npm start -- --port ${DEFAULT_PORT}`
			: `Port ${port} is taken by another program. Choose another one, or leave --port out to get a free one.`,
	);
}

function unreadable(file: string, error: Error & { code?: string }): never {
	throw new UsageError(
		error.code === 'ENOENT'
			? `There is no file ${file}. Give the path of a workflow, such as examples/welcome-conversation.json.`
			: `${file} cannot be read as a workflow: ${error.message}`,
	);
}

function nothingToReceive(file: string): never {
	throw new UsageError(
		`${file} does not start with a WhatsApp Cloud API Trigger, so nobody could chat with it. Choose a workflow that does.`,
	);
}

function notRegistered(error: unknown): never {
	const { message, description } = error as { message: string; description?: string };
	throw new Error(
		`The trigger could not be registered at the sandbox: ${[message, description].filter(Boolean).join(' ')}`,
	);
}

/** For `catch`: closes the sandbox and rethrows the reason. */
function closing(sandbox: Sandbox): (reason: unknown) => Promise<never> {
	return async (reason) => {
		await sandbox.close();
		throw reason;
	};
}
