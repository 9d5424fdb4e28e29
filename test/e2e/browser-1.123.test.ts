import { browserTests } from './suite/browser';
import { useWorld } from './support/world';

describe('in the browser, n8n 1.123', () => {
	browserTests(useWorld('old'));
});
