import { askAndWaitTests } from './suite/askAndWait';

import { useWorld } from './support/world';

describe('n8n 1.123: ask and wait', () => {
	const world = useWorld('old');
	askAndWaitTests(world);
});
