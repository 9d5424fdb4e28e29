import { ExampleRuns } from '../../support/exampleRuns';
import type { World } from '../../support/world';
import { answeringExamples } from './answering';
import { aroundExamples } from './around';
import { flowExamples } from './flows';
import { importedExamples } from './imported';
import { serviceExamples } from './services';
import { startedExamples } from './started';

/** Every file of `examples/` in a real n8n: imported as it is, then prepared as its note says and run. */
export function exampleTests(world: () => World): void {
	describe('the examples', () => {
		const runs = new ExampleRuns(world);
		afterEach(async () => await world().client.deleteAllWorkflows());

		importedExamples(world);
		answeringExamples(world, runs);
		startedExamples(world, runs);
		flowExamples(world, runs);
		serviceExamples(world, runs);
		aroundExamples(world, runs);

		test('each was run', () => expect(runs.left()).toEqual([]));
	});
}
