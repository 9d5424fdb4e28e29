import { credentialTests } from './suite/credential';
import { packageTests } from './suite/package';
import { useWorld } from './support/world';

describe('n8n 2.40', () => {
	const world = useWorld('new');
	packageTests(world);
	credentialTests(world);
});
