import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { credentialData } from '../../demo/sandboxCredential';
import { createEngine, type Engine, type EngineOptions } from '../../engine';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { recordRequests } from './recordRequests';

export interface Stage {
	/** n8n with the built package and a credential for the sandbox. */
	readonly engine: Engine;
	readonly sandbox: Sandbox;
	/** Short for `sandbox.control`. */
	readonly control: Sandbox['control'];
}

export interface StageOptions {
	sandbox?: SandboxOptions;
	engine?: Omit<EngineOptions, 'credentials'>;
	/** Replaces parts of the credential. */
	credential?: ICredentialDataDecryptedObject;
	/** Whether to keep the state of the sandbox between tests. */
	keepState?: boolean;
}

/**
 * For a `describe`: starts a sandbox and an engine once, resets both before each test,
 * and closes both at the end. Every customer of this sandbox has written once, so that free-form
 * messages arrive; `sandbox: { behavior: { window: 'enforced' } }` starts with closed windows.
 *
 * @example
 * const stage = withSandbox();
 * it('sends', async () => {
 * 	const result = await stage.engine.runNode('whatsAppCloud', { operation: 'sendText', … });
 * });
 */
export function withSandbox(options: StageOptions = {}): Stage {
	let engine: Engine | undefined;
	let sandbox: Sandbox | undefined;
	const credential = (one: Sandbox) => ({ ...credentialData(one), ...options.credential });

	beforeAll(async () => {
		sandbox = await startSandbox({
			...options.sandbox,
			behavior: { window: 'seeded', ...options.sandbox?.behavior },
		});
		engine = await createEngine({
			...options.engine,
			credentials: { whatsAppCloudApi: credential(sandbox) },
		});
	});

	if (!options.keepState) {
		beforeEach(async () => {
			if (!sandbox || !engine) return;
			await recordRequests(sandbox);
			await sandbox.control.reset();
			await engine.credentials.set('whatsAppCloudApi', credential(sandbox));
			engine.executions.clear();
		});
	}

	afterAll(async () => {
		if (sandbox) await recordRequests(sandbox);
		await engine?.close();
		await sandbox?.close();
	});

	return {
		get engine() {
			return present(engine);
		},
		get sandbox() {
			return present(sandbox);
		},
		get control() {
			return present(sandbox).control;
		},
	};
}

function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('The stage is set in beforeAll: use it inside a test');
	return value;
}
