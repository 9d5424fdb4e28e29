import type { RouteModule } from '../graph/routeModule';
import { accountRoutes } from './account';
import { analyticsRoutes } from './analytics';
import { automationRoutes } from './automation';
import { blockingRoutes } from './blocking';
import { coexistenceRoutes } from './coexistence';
import { numberRoutes } from './numbers';
import { profileRoutes } from './profile';
import { tokenRoutes } from './tokens';

/** Accounts, phone numbers, profiles, blocked users, and tokens. */
export const accountModules: RouteModule[] = [
	accountRoutes,
	numberRoutes,
	profileRoutes,
	automationRoutes,
	blockingRoutes,
	coexistenceRoutes,
	analyticsRoutes,
	tokenRoutes,
];
