import { errorsPage } from './errors';
import { triggerEventsPage } from './triggerEvents';

/** The generated pages: file name inside docs/ and its content. */
export const pages: Record<string, () => string> = {
	'errors.md': errorsPage,
	'trigger-events.md': triggerEventsPage,
};
