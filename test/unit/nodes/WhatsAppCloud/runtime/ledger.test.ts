import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { ConnectionError } from '../../../../../cloud-api/errors/cloudApiError';
import { Ledger, withLedger } from '../../../../../nodes/WhatsAppCloud/runtime/ledger';
import { closeLedger, openLedger } from '../../../../../nodes/WhatsAppCloud/runtime/ledgers';
import { withRetries } from '../../../../../nodes/WhatsAppCloud/runtime/withRetries';
import { NotSentError, Run } from '../../../../../nodes/WhatsAppCloud/runtime/run';
import type {
	Transport,
	TransportRequest,
	TransportResponse,
} from '../../../../../cloud-api/transport';
import { fastClock } from '../../../../support/fastClock';

const acceptance = (id: string): TransportResponse => ({
	status: 200,
	headers: { 'x-app-usage': '{"call_count":1}', 'x-fb-debug': 'a'.repeat(88) },
	body: { messages: [{ id }] },
});

/** What the ledger asks of n8n: which try of which run this is. */
const contextOf = (
	executionId: string,
	{
		id = 'node',
		retryOnFail = true,
		runIndex = 0,
		parent,
		input = {},
	}: {
		id?: string;
		retryOnFail?: boolean;
		runIndex?: number;
		parent?: string;
		input?: IDataObject;
	} = {},
) =>
	({
		getNode: () => ({ id: id, retryOnFail }),
		getExecutionId: () => executionId,
		getInputData: () => [{ json: input }],
		getExecutionContext: () => parent && { parentExecutionId: parent },
		getWorkflow: () => ({ id: 'workflow' }),
		evaluateExpression: () => runIndex,
	}) as unknown as IExecuteFunctions;

function failedTry(executionId: string, count: number): Ledger {
	const ledger = openLedger(contextOf(executionId));
	for (let i = 0; i < count; i++) ledger.record(`message ${i}`, acceptance(`wamid.${i}`));
	closeLedger(contextOf(executionId), ledger, false);
	return ledger;
}

/** Opening takes the ledger, so that it is put back. */
function isKept(executionId: string, ledger: Ledger): boolean {
	const opened = openLedger(contextOf(executionId));
	if (opened === ledger) closeLedger(contextOf(executionId), ledger, false);
	return opened === ledger;
}

describe('the ledger of a run', () => {
	let now = Date.UTC(2026, 0, 1);
	beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => now));
	afterEach(() => {
		now += 24 * 3_600_000; // Every ledger of the test before is too old by now.
		jest.restoreAllMocks();
	});

	it('keeps the response, but not its headers', () => {
		const ledger = new Ledger();
		ledger.record('message', acceptance('wamid.1'));
		expect(ledger.recall('message')).toEqual({
			status: 200,
			headers: {},
			body: { messages: [{ id: 'wamid.1' }] },
		});
	});

	it('removes the oldest runs beyond 20,000 messages', () => {
		const first = failedTry('1', 15_000);
		now += 60_000;
		const second = failedTry('2', 15_000);
		expect(isKept('1', first)).toBe(false);
		expect(isKept('2', second)).toBe(true);
	});

	it('removes none whose next try is pending, however many there are', () => {
		const first = failedTry('1', 15_000);
		const second = failedTry('2', 15_000);
		now += 5_000; // The longest wait between two tries in n8n.
		const third = failedTry('3', 15_000);
		expect(isKept('1', first)).toBe(true);
		expect(isKept('2', second)).toBe(true);
		expect(isKept('3', third)).toBe(true);
	});

	it('counts from the end of the last try, even if nothing was accepted in it', () => {
		const first = failedTry('1', 15_000);
		now += 60_000;
		failedTry('1', 0);
		failedTry('2', 15_000);
		expect(isKept('1', first)).toBe(true);
	});

	describe('is kept', () => {
		const keep = (context: IExecuteFunctions, complete = false) => {
			const ledger = openLedger(context);
			closeLedger(context, ledger, complete);
			return ledger;
		};

		it('for the next try of the same node in the same execution and turn of a loop', () => {
			const ledger = keep(contextOf('7'));
			expect(openLedger(contextOf('7'))).toBe(ledger);
			expect(openLedger(contextOf('8'))).not.toBe(ledger);
			expect(openLedger(contextOf('7', { id: 'another' }))).not.toBe(ledger);
			expect(openLedger(contextOf('7', { runIndex: 1 }))).not.toBe(ledger);
		});

		it.each<[string, IExecuteFunctions, boolean]>([
			['when all items are done', contextOf('7'), true],
			['without Retry On Fail', contextOf('7', { retryOnFail: false }), false],
			['without an execution that it could belong to', contextOf(''), false],
		])('not %s', (_, context, complete) => {
			const ledger = keep(context, complete);
			expect(openLedger(context)).not.toBe(ledger);
		});
	});

	describe('of a sub-workflow', () => {
		const called = (executionId: string, more: object = {}) =>
			contextOf(executionId, { parent: '1', retryOnFail: false, input: { to: 'ana' }, ...more });
		const fail = (context: IExecuteFunctions) => {
			const ledger = openLedger(context);
			closeLedger(context, ledger, false);
			return ledger;
		};

		it('continues when the parent calls it again with the same input after it failed', () => {
			const ledger = fail(called('8'));
			expect(openLedger(called('9'))).toBe(ledger);
		});

		it.each<[string, IExecuteFunctions]>([
			['another input', called('9', { input: { to: 'ben' } })],
			['another parent execution', called('9', { parent: '2' })],
			['another node', called('9', { id: 'another' })],
			['another turn of a loop', called('9', { runIndex: 1 })],
		])('starts anew for %s', (_, context) => {
			const ledger = fail(called('8'));
			expect(openLedger(context)).not.toBe(ledger);
			openLedger(called('9'));
		});

		it('starts anew after it succeeded, and is never shared by two calls at a time', () => {
			const done = openLedger(called('8'));
			closeLedger(called('8'), done, true);
			expect(openLedger(called('9'))).not.toBe(done);
			const failed = fail(called('8'));
			expect(openLedger(called('9'))).toBe(failed);
			expect(openLedger(called('10'))).not.toBe(failed);
		});

		it('waits until the tries of the node itself are over', () => {
			const tried = { retryOnFail: true };
			const ledger = fail(called('8', tried));
			expect(openLedger(called('9', tried))).not.toBe(ledger);
			expect(openLedger(called('8', tried))).toBe(ledger);
		});
	});

	it('runs once what succeeded, and again what failed', async () => {
		const ledger = new Ledger();
		let made = 0;
		const make = async () => await Promise.resolve(`upload ${++made}`);
		const reject = async () => await Promise.reject<string>(new Error('rejected'));
		await expect(ledger.once('file', reject)).rejects.toThrow('rejected');
		expect(await ledger.once('file', make)).toBe('upload 1');
		expect(await ledger.once('file', make)).toBe('upload 1');
	});
});

describe('a transport with a ledger', () => {
	const run = (retryUnknown: boolean) =>
		new Run(true, {
			perSecond: 80,
			maxRetryMs: 300_000,
			retryUnknown,
			keepConnections: false,
		});
	const message = (to = '15550100201', from = '1'): TransportRequest => ({
		method: 'POST',
		url: `https://graph.facebook.com/v25.0/${from}/messages`,
		body: { messaging_product: 'whatsapp', to, type: 'text', text: { body: 'hi' } },
		authentication: 'bearer',
		message: { phoneNumberId: from, recipient: to },
	});
	const lost = new ConnectionError('closed', '', true, 'ECONNRESET');

	/** Sends one message for item 0; returns whether it was sent, and its outcome. */
	async function send(
		ledger: Ledger,
		answer: () => Promise<TransportResponse>,
		{ to, from, retryUnknown = false }: { to?: string; from?: string; retryUnknown?: boolean } = {},
	) {
		let left = false;
		const wire: Transport = async () => {
			left = true;
			return await answer();
		};
		const transport = withLedger(wire, run(retryUnknown), ledger, 0);
		const outcome = await transport(message(to, from)).then(
			() => 'accepted',
			(error: { details: { outcome: string } }) => error.details.outcome,
		);
		return { left, outcome };
	}
	const accept = async () => await Promise.resolve(acceptance('wamid.1'));
	const lose = async () => await Promise.reject<TransportResponse>(lost);

	it('sends once what was accepted', async () => {
		const ledger = new Ledger();
		expect(await send(ledger, accept)).toEqual({ left: true, outcome: 'accepted' });
		expect(await send(ledger, accept)).toEqual({ left: false, outcome: 'accepted' });
	});

	it('distinguishes messages by sender and recipient', async () => {
		const ledger = new Ledger();
		await send(ledger, accept);
		expect((await send(ledger, accept, { to: '15550100202' })).left).toBe(true);
		expect((await send(ledger, accept, { from: '2' })).left).toBe(true);
	});

	it('sends what was not sent', async () => {
		const ledger = new Ledger();
		const held = new NotSentError('Not sent, because the run stopped', '');
		await send(ledger, async () => await Promise.reject<TransportResponse>(held));
		expect(await send(ledger, accept)).toEqual({ left: true, outcome: 'accepted' });
	});

	it('sends what may have arrived only if configured', async () => {
		const ledger = new Ledger();
		await send(ledger, lose);
		expect(await send(ledger, accept)).toEqual({ left: false, outcome: 'unknown' });
		expect(await send(ledger, accept, { retryUnknown: true })).toEqual({
			left: true,
			outcome: 'accepted',
		});
	});

	it('knows that a message may have arrived although its retry was rejected', async () => {
		const realClock = fastClock(100);
		const ledger = new Ledger();
		const rejection = { error: { code: 131026, message: '(#131026) Message undeliverable' } };
		const answers = [
			lose,
			async () => await Promise.resolve({ status: 400, headers: {}, body: rejection }),
		];
		const twice = withRetries(async () => await (answers.shift() ?? accept)(), run(true));
		const first = await send(ledger, async () => await twice(message()));
		realClock();
		expect(first.outcome).toBe('unknown');
		expect(await send(ledger, accept)).toEqual({ left: false, outcome: 'unknown' });
	});
});
