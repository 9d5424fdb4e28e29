/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type AddressInfo } from 'node:net';

import { readOptions } from '../../../n8n-server/editorOptions';
import { assertFree, freePort } from '../../../n8n-server/freePort';

describe('npm run n8n', () => {
	it('reads release and ports', () => {
		expect(readOptions([])).toEqual({ help: false, release: 'new', port: 5678, phone: 8181 });
		expect(readOptions(['--old', '--port', '6000', '--phone=6001'])).toMatchObject({
			release: 'old',
			port: 6000,
			phone: 6001,
		});
	});

	it.each([
		[['--prot', '6000'], /'--prot'.*"npm run n8n -- --help" lists the options/],
		[['--port', 'many'], '--port many is not a port. Enter a number from 1 to 65535.'],
		[['--phone', '70000'], '--phone 70000 is not a port. Enter a number from 1 to 65535.'],
	])('explains what is wrong with %j', (args, message) => {
		expect(() => readOptions(args)).toThrow(message);
	});

	it('names the option of a port that is taken', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const next = `--phone ${port + 1}`;
		await expect(assertFree(port, '--phone')).rejects.toThrow(
			`Port ${port} is taken. Choose another one with --phone, for example ${next}.`,
		);
		await new Promise((resolve) => server.close(resolve));
		await assertFree(await freePort(), '--phone');
	});
});
