import { log } from '../../engine/n8nCore';

/** Returns the warnings that nodes write to n8n's log while `work` runs. */
export async function warnings(work: () => Promise<unknown>): Promise<string[]> {
	const warn = jest.spyOn(log, 'warn');
	try {
		await work();
		return warn.mock.calls.map(([message]) => message);
	} finally {
		warn.mockRestore();
	}
}
