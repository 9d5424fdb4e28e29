/** An answer that is not JSON with status 200. */
export class GraphAnswer {
	constructor(
		readonly body: unknown,
		readonly status = 200,
		readonly headers: Record<string, string> = {},
	) {}
}
