/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readArguments } from '../../demo/arguments';
import { playCustomer } from '../../demo/playCustomer';
import { jsonReporter } from '../../demo/reporter';
import { setStage, type Stage } from '../../demo/stage';
import { SandboxControl } from '../../sandbox/control/client';

jest.setTimeout(90_000);

const ROOT = path.join(__dirname, '../..');

interface Line {
	from: string;
	type: string;
	text: string;
	wamid: string;
	status: string;
	replyTo?: string;
	reaction?: string;
	ok?: boolean;
}

async function run(command: string, args: string[]) {
	const child = spawn(command, args, { cwd: ROOT });
	const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
	const [code] = (await once(child, 'close')) as [number];
	return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

function collect(stream: NodeJS.ReadableStream): string[] {
	const chunks: string[] = [];
	stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
	return chunks;
}

/** The demo in one process, without npm or tsx in between, so that signals reach it, SIGKILL too. */
const demo = (...args: string[]) => ['--import', 'tsx', 'demo/main.ts', ...args];

describe('npm start -- --once --json', () => {
	it('simulates the conversation: every message is answered, every reply read', async () => {
		const { code, stdout } = await run('npm', ['start', '--silent', '--', '--once', '--json']);
		const lines = stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as Line);
		const customer = lines.filter(({ from }) => from === 'customer');
		expect(customer.map(({ type }) => type)).toEqual(['text', 'image', 'button_tap']);
		expect(customer[1].reaction).toBe('❤️');

		const answers = lines.filter(({ from }) => from === 'business');
		expect(answers.map(({ type }) => type)).toEqual([
			'text',
			'image',
			'interactive',
			'text',
			'text',
		]);
		for (const { wamid, status } of answers) {
			expect(wamid).toMatch(/^wamid\./);
			expect(status).toBe('read');
		}
		expect(new Set(answers.map(({ wamid }) => wamid)).size).toBe(5);
		expect(answers[3].replyTo).toBe(customer[1].wamid);
		expect(lines.at(-1)).toMatchObject({ type: 'summary', ok: true, messages: 3, answers: 5 });
		expect(code).toBe(0);
	});
});

describe('npm start', () => {
	let child: ChildProcess | undefined;

	afterEach(() => {
		child?.kill('SIGKILL');
	});

	it('replies to a person who chats, until Ctrl+C', async () => {
		const port = await freePort();
		child = spawn(process.execPath, demo('--json', '--port', String(port)), { cwd: ROOT });
		const { stdout, stderr } = child;
		if (!stdout || !stderr) throw new Error('The demo has no output');
		const phone = `http://127.0.0.1:${port}`;
		for await (const line of createInterface({ input: stderr })) {
			if (line.startsWith('Send the business a message')) break;
		}
		const customer = new SandboxControl(phone).customer('447700900202');
		await customer.sendText('Anybody there?');

		const types: string[] = [];
		for await (const text of createInterface({ input: stdout })) {
			const line = JSON.parse(text) as Line;
			types.push(`${line.from} ${line.type}`);
			if (line.type === 'interactive') break;
		}
		expect(types).toEqual([
			'customer text',
			'business text',
			'business image',
			'business interactive',
		]);
		expect(await (await fetch(phone)).text()).toContain('<html');

		child.kill('SIGINT');
		const [code] = (await once(child, 'close')) as [number];
		expect(code).toBe(0);
	});

	it('explains what to do if the port is in use', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const { code, stderr } = await run(process.execPath, demo('--once', '--port', String(port)));
		server.close();
		expect(stderr).toContain(`Port ${port} is taken by another program. Choose another one`);
		expect(code).toBe(2);
	});

	it('explains what to do if the file is not a workflow', async () => {
		const missing = await run(process.execPath, demo('--workflow', 'nowhere.json'));
		expect(missing.stderr).toContain('There is no file nowhere.json');
		expect(missing.code).toBe(2);
		const other = await run(process.execPath, demo('--workflow', 'package.json'));
		expect(other.stderr).toContain('package.json is not an n8n workflow');
		expect(other.code).toBe(2);
		const silent = await run(
			process.execPath,
			demo('--workflow', 'examples/send-a-template-to-each-row-of-a-sheet.json'),
		);
		expect(silent.stderr).toContain('does not start with a WhatsApp Cloud API Trigger');
		expect(silent.code).toBe(2);
	});

	it('prints its options', async () => {
		const { code, stdout } = await run(process.execPath, demo('--help'));
		expect(stdout).toContain('--once');
		expect(code).toBe(0);
	});
});

describe('arguments', () => {
	it.each([
		[['--port', '70000'], '--port 70000 is not a port. Enter a number from 1 to 65535.'],
		[['--port', 'phone'], '--port phone is not a port.'],
		[['--twice'], 'Unknown option \'--twice\'. "npm start -- --help" lists the options.'],
		[['now'], '"npm start -- --help" lists the options.'],
		[['--once', '--workflow', 'x.json'], '--once plays the welcome conversation'],
	])('rejects %j with an explanation', (args, message) => {
		expect(() => readArguments(args)).toThrow(message);
	});
});

describe('a conversation that fails', () => {
	let stage: Stage;
	const lines: string[] = [];
	const names = { business: 'Bakery', customer: (waId: string) => waId };

	beforeEach(async () => {
		lines.length = 0;
		jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
			lines.push(String(text));
			return true;
		});
		stage = await setStage({ anyPort: true });
	});

	afterEach(async () => {
		jest.restoreAllMocks();
		await stage.close();
	});

	it('names the node that failed, with the reason', async () => {
		await stage.sandbox.control.addFault({ path: '*/messages', error: { code: 131031 } });
		await expect(playCustomer(stage, jsonReporter(names))).rejects.toThrow(
			/^The node "(Mark as Read|Greet)" stopped: .+/,
		);
		expect(lines.map((line) => (JSON.parse(line) as Line).from)).toEqual(['customer', 'n8n']);
	});

	it('names the reply that did not reach the customer', async () => {
		const { control, seed } = stage.sandbox;
		await control.customer(seed.customers[0].waId).set({ notOnWhatsApp: true });
		await expect(playCustomer(stage, jsonReporter(names))).rejects.toThrow(
			/^"Hello Ana Lima! .+" did not reach the customer: .+ \(131026\)\.$/s,
		);
	});
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
