import type { RouteModule } from '../graph/routeModule';
import { accountRoutes } from './account';
import { analyticsRoutes } from './analytics';
import { automationRoutes } from './automation';
import { blockingRoutes } from './blocking';
import { coexistenceRoutes } from './coexistence';
import { numberRoutes } from './numbers';
import { profileRoutes } from './profile';
import { contactBookRoutes } from './contactBook';
import { officialRoutes } from './official';
import { signupRoutes } from './signups';
import { tokenRoutes } from './tokens';
import { usernameRoutes } from './username';

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
	usernameRoutes,
	contactBookRoutes,
	signupRoutes,
	officialRoutes,
];
