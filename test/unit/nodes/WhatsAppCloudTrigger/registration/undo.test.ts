import { Undo } from '../../../../../nodes/WhatsAppCloudTrigger/registration/undo';

function logged() {
	const warnings: string[] = [];
	const logger = { warn: (text: string) => void warnings.push(text) };
	return { warnings, context: { logger } as unknown as Parameters<Undo['run']>[0] };
}

describe('undoing a failed registration', () => {
	it('starts with the last change', async () => {
		const undone: string[] = [];
		const undo = new Undo();
		for (const step of ['first', 'second', 'third']) {
			undo.add(step, async () => await Promise.resolve(void undone.push(step)));
		}
		await undo.run(logged().context);
		expect(undone).toEqual(['third', 'second', 'first']);
	});

	it('waits for each step before the next one', async () => {
		const events: string[] = [];
		const undo = new Undo();
		for (const step of ['first', 'second']) {
			undo.add(step, async () => {
				events.push(`${step} starts`);
				await Promise.resolve();
				events.push(`${step} ends`);
			});
		}
		await undo.run(logged().context);
		expect(events).toEqual(['second starts', 'second ends', 'first starts', 'first ends']);
	});

	it('continues after a step that fails, and logs what could not be undone', async () => {
		const undone: string[] = [];
		const undo = new Undo();
		undo.add('the callback', async () => await Promise.resolve(void undone.push('the callback')));
		undo.add('the subscription', async () => await Promise.reject<void>(new Error('HTTP 500')));
		undo.add('the fields', async () => await Promise.reject<void>('no response'));
		const { context, warnings } = logged();
		await undo.run(context);
		expect(undone).toEqual(['the callback']);
		expect(warnings).toEqual([
			'WhatsApp Cloud API Trigger: the fields could not be undone: no response',
			'WhatsApp Cloud API Trigger: the subscription could not be undone: HTTP 500',
		]);
	});

	it('undoes each change once', async () => {
		let count = 0;
		const undo = new Undo();
		undo.add('the callback', async () => await Promise.resolve(void count++));
		await undo.run(logged().context);
		await undo.run(logged().context);
		expect(count).toBe(1);
	});
});
