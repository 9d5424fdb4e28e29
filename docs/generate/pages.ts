import { errorsPage } from './errors';

/** The generated pages: file name inside docs/ and its content. */
export const pages: Record<string, () => string> = {
	'errors.md': errorsPage,
};
