/** Registers one call of the control API: `<method> /_sandbox<path>`, JSON body in, JSON answer out. */
export type Call = <Input, Output>(
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
	path: string,
	run: (input: Input, params: Record<string, string>) => Output | Promise<Output>,
) => void;
