import { askAndWaitTests } from './suite/askAndWait';
import { humanReviewTests } from './suite/humanReview';
import { useWorld } from './support/world';

describe('n8n 2.40: ask and wait', () => {
	const world = useWorld('new');
	askAndWaitTests(world);
	humanReviewTests(world);
});
