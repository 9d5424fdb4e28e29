import { GraphError } from './errors';
import type { GraphRequest } from './request';

/** The Graph API's default page size. */
const DEFAULT_LIMIT = 25;
const MAX_PAGE_SIZE = 1000;

export interface Page<T> {
	data: T[];
	paging?: {
		cursors: { before: string; after: string };
		next?: string;
		previous?: string;
	};
}

function encode(id: string): string {
	return Buffer.from(id).toString('base64url');
}

function position<T>(items: T[], cursor: string, idOf: (item: T) => string): number {
	const id = Buffer.from(cursor, 'base64url').toString();
	const index = items.findIndex((item) => idOf(item) === id);
	if (index < 0) {
		throw new GraphError({
			code: 131059,
			message: '(#131059) Invalid cursor',
			details: 'The cursor does not belong to this list.',
		});
	}
	return index;
}

/**
 * One page of a list by `limit` (25), `after`, and `before`. `next` and `previous` contain the
 * access token, as the Graph API's own links do. `idOf` returns the ID that a cursor encodes.
 */
export function paginate<T>(items: T[], request: GraphRequest, idOf: (item: T) => string): Page<T> {
	const { params } = request;
	const asked = params.limit === undefined ? DEFAULT_LIMIT : Number(params.limit);
	if (!Number.isInteger(asked) || asked < 1) {
		throw new GraphError({
			code: 100,
			message: '(#100) Param limit must be an integer greater than or equal to 1',
		});
	}
	const limit = Math.min(asked, MAX_PAGE_SIZE);
	let start = 0;
	if (typeof params.after === 'string' && params.after !== '') {
		start = position(items, params.after, idOf) + 1;
	} else if (typeof params.before === 'string' && params.before !== '') {
		start = Math.max(0, position(items, params.before, idOf) - limit);
	}
	const data = items.slice(start, start + limit);
	if (data.length === 0) return { data };
	const before = encode(idOf(data[0]));
	const after = encode(idOf(data[data.length - 1]));
	return {
		data,
		paging: {
			cursors: { before, after },
			...(start + limit < items.length ? { next: request.link({ after, limit }) } : {}),
			...(start > 0 ? { previous: request.link({ before, limit }) } : {}),
		},
	};
}
