/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
/**
 * The one place where n8n-core is imported: its environment has to be set and reflect-metadata loaded
 * before. Everything in `engine/` takes n8n-core from here.
 */
import './environment';
import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import 'reflect-metadata';
import { Cipher, EncryptionKeyProxy, type KeyInfo } from 'n8n-core';

export {
	BinaryDataConfig,
	BinaryDataService,
	Credentials,
	ExecuteContext,
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	getAdditionalKeys,
	HookContext,
	InstanceSettings,
	LoadOptionsContext,
	PackageDirectoryLoader,
	RoutingNode,
	validateUrlSignature,
	WAITING_TOKEN_QUERY_PARAM,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';

interface SingletonContainer {
	get<T>(type: abstract new (...args: never[]) => T): T;
}

const requireAsCore = createRequire(require.resolve('n8n-core'));

/** The container of singletons that n8n-core uses; node_modules may hold other copies of it. */
export const { Container } = requireAsCore('@n8n/di') as { Container: SingletonContainer };

const { Logger } = requireAsCore('@n8n/backend-common') as {
	Logger: abstract new () => { warn(message: string): void };
};

/** n8n's log, to which nodes write. It prints nothing here. */
export const log = Container.get(Logger);

const key: KeyInfo = {
	id: randomUUID(),
	value: Container.get(Cipher).encryptDEKWithInstanceKey(randomBytes(32).toString('hex')),
	algorithm: 'aes-256-gcm',
	format: 'prefixed',
};
// n8n's server keeps the keys of its credentials in the database; here one key lasts as long as the process.
Container.get(EncryptionKeyProxy).setProvider({
	getActiveKey: async () => key,
	getKeyById: async () => key,
	getLegacyKey: async () => key,
});
