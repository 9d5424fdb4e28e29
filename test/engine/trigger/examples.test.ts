/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import { readWorkflow } from '../../../engine';
import { dataTableRows } from '../../../engine/coreNodes/dataTable';
import { withSandbox } from '../../support/withSandbox';
import { ANA, endAll, eventually } from './support';

describe('the example "gather a burst before AI"', () => {
	const stage = withSandbox();
	const BEN = '447700900202';

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	it('replies to a burst once, with all of its lines, separately for each customer', async () => {
		const workflow = await readWorkflow(
			path.join(__dirname, '../../../examples/gather-a-burst-before-ai.json'),
		);
		const trigger = stage.engine.trigger({ id: 'burst', ...workflow });
		await trigger.activate();
		const { control } = stage;
		await control.customer(ANA).sendText('Hi');
		await control.customer(BEN).sendText('Hello');
		await control.customer(ANA).sendText('I have a question');
		await control.customer(ANA).sendText('about my order');
		const results = await stage.engine.executions.wait(4);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined]);

		await eventually(async () =>
			expect(await control.messages({ direction: 'outgoing' })).toHaveLength(2),
		);
		const answers = await control.messages({ direction: 'outgoing' });
		expect(answers.map(({ content }) => (content as { body?: string }).body).sort()).toEqual([
			'You wrote:\nHello',
			'You wrote:\nHi\nI have a question\nabout my order',
		]);
		expect(dataTableRows('')).toEqual([]);
		await trigger.deactivate();
	});
});
