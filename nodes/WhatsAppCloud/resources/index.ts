import type { Resource } from '../runtime/operation';
import { accessToken } from './accessToken';
import { account } from './account';
import { businessProfile } from './businessProfile';
import { call } from './call';
import { conversation } from './conversation';
import { conversion } from './conversion';
import { group } from './group';
import { payment } from './payment';
import { signup } from './signup';
import { username } from './username';
import { flow } from './flow';
import { media } from './media';
import { message } from './message';
import { phoneNumber } from './phoneNumber';
import { qrCode } from './qrCode';
import { template } from './template';
import { user } from './user';
import { webhook } from './webhook';

/** Every resource of the node, most used first. This table produces the menus, the forms, and the router. */
export const resources: Resource[] = [
	message,
	template,
	flow,
	media,
	phoneNumber,
	businessProfile,
	account,
	webhook,
	user,
	group,
	call,
	conversion,
	payment,
	conversation,
	username,
	signup,
	qrCode,
	accessToken,
];
