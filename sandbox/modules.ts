import { accountModules } from './accounts';
import { permissionRoutes } from './calls/permissionRoutes';
import { callRoutes } from './calls/routes';
import { settingsRoutes } from './calls/settings';
import { conversionRoutes } from './conversions/routes';
import { flowRoutes } from './flows/routes';
import { coreNodes } from './graph/core';
import type { RouteModule } from './graph/routeModule';
import { groupRoutes } from './groups/routes';
import { loginRoutes } from './login/routes';
import { mediaRoutes } from './media/routes';
import { uploadRoutes } from './media/uploads';
import { messageRoutes } from './messages/routes';
import { paymentRoutes } from './payments/routes';
import { templateGroupRoutes } from './templates/groups';
import { templateRoutes } from './templates/routes';
import { threadRoutes } from './threads/routes';
import { overrideRoutes } from './webhooks/overrides';
import { subscriptionRoutes } from './webhooks/subscriptions';

/** Every part of the API in registration order: nodes come before their edges. */
export const modules: RouteModule[] = [
	({ graph }, world) => coreNodes(graph, world),
	messageRoutes,
	mediaRoutes,
	uploadRoutes,
	subscriptionRoutes,
	overrideRoutes,
	templateRoutes,
	templateGroupRoutes,
	flowRoutes,
	...accountModules,
	loginRoutes,
	conversionRoutes,
	groupRoutes,
	settingsRoutes,
	permissionRoutes,
	callRoutes,
	paymentRoutes,
	threadRoutes,
];
