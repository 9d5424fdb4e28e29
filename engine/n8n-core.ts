/**
 * The one place where n8n-core is imported: its environment has to be set and reflect-metadata loaded
 * before. Everything in `engine/` takes n8n-core from here.
 */
import './environment';
import 'reflect-metadata';

export {
	BinaryDataConfig,
	BinaryDataService,
	Credentials,
	ExecuteContext,
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	getAdditionalKeys,
	HookContext,
	LoadOptionsContext,
	PackageDirectoryLoader,
	RoutingNode,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
export { Container } from '@n8n/di';
