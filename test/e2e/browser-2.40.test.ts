import { browserTests } from './suite/browser';
import { useWorld } from './support/world';

describe('in the browser, n8n 2.40', () => {
	browserTests(useWorld('new'));
});
