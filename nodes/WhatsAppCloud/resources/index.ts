import type { Resource } from '../runtime/operation';
import { media } from './media';
import { message } from './message';

/** Every resource of the node. This table makes the menus, the forms and the router. */
export const resources: Resource[] = [message, media];
