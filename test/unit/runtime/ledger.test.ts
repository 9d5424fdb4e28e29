import type { IExecuteFunctions } from 'n8n-workflow';
import { closeLedger, Ledger, openLedger } from '../../../nodes/WhatsAppCloud/runtime/ledger';

const acceptance = (id: string) => ({
	status: 200,
	headers: { 'x-app-usage': '{"call_count":1}', 'x-fb-debug': 'a'.repeat(88) },
	body: { messages: [{ id }] },
});

/** What the ledger asks of n8n: which try of which run this is. */
const contextOf = (executionId: string) =>
	({
		getNode: () => ({ id: 'node', retryOnFail: true }),
		getExecutionId: () => executionId,
		evaluateExpression: () => 0,
	}) as unknown as IExecuteFunctions;

function failedTry(executionId: string, count: number): Ledger {
	const ledger = openLedger(contextOf(executionId));
	for (let i = 0; i < count; i++) ledger.record(`message ${i}`, acceptance(`wamid.${i}`));
	closeLedger(contextOf(executionId), ledger, false);
	return ledger;
}

const isKept = (executionId: string, ledger: Ledger) =>
	openLedger(contextOf(executionId)) === ledger;

describe('the ledger of a run', () => {
	let now = Date.UTC(2026, 0, 1);
	beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => now));
	afterEach(() => {
		now += 24 * 3_600_000; // Every ledger of the test before is too old by now.
		jest.restoreAllMocks();
	});

	it('keeps the answer, but not its headers', () => {
		const ledger = new Ledger();
		ledger.record('message', acceptance('wamid.1'));
		expect(ledger.recall('message')).toEqual({
			status: 200,
			headers: {},
			body: { messages: [{ id: 'wamid.1' }] },
		});
	});

	it('forgets the oldest runs beyond 20,000 messages', () => {
		const first = failedTry('1', 15_000);
		now += 60_000;
		const second = failedTry('2', 15_000);
		expect(isKept('1', first)).toBe(false);
		expect(isKept('2', second)).toBe(true);
	});

	it('forgets none whose next try is still to come, however many there are', () => {
		const first = failedTry('1', 15_000);
		const second = failedTry('2', 15_000);
		now += 5_000; // The longest wait between two tries in n8n.
		const third = failedTry('3', 15_000);
		expect(isKept('1', first)).toBe(true);
		expect(isKept('2', second)).toBe(true);
		expect(isKept('3', third)).toBe(true);
	});

	it('counts from the end of the last try, also when nothing was accepted in it', () => {
		const first = failedTry('1', 15_000);
		now += 60_000;
		failedTry('1', 0);
		failedTry('2', 15_000);
		expect(isKept('1', first)).toBe(true);
	});
});
