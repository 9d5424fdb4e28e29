import type { IDataObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';

/** A call of Meta's, as n8n's helper is given it. */
export interface Call {
	/** After the version, e.g. `debug_token`. */
	path: string;
	query: IDataObject;
	authorization: unknown;
}

/** n8n's HTTP helper with Meta behind it, which answers each path as the test says. */
export function meta(answers: Record<string, () => { status?: number; body: unknown }>) {
	const calls: Call[] = [];
	const httpRequest = async ({ url, qs, headers }: IHttpRequestOptions) => {
		const path = new URL(url).pathname.split('/').slice(2).join('/');
		calls.push({ path, query: qs ?? {}, authorization: headers?.Authorization });
		const { status = 200, body } = answers[path]();
		return await Promise.resolve({ statusCode: status, headers: {}, body });
	};
	return {
		calls,
		helper: { helpers: { httpRequest } } as unknown as IHttpRequestHelper,
		/** How often a path was called. */
		count: (path: string) => calls.filter((call) => call.path === path).length,
	};
}

let tokens = 0;

/** A credential with a token that nobody has seen before, since the process remembers tokens. */
export function credential(more: IDataObject = {}) {
	return {
		accessToken: `EAA-token-${++tokens}`,
		appId: '634974688087057',
		appSecret: 'the app secret',
		expiryState: '',
		...more,
	};
}
