import { credentialTests } from './suite/credential';
import { packageTests } from './suite/package';
import { useWorld } from './support/world';

describe('n8n 1.123', () => {
	const world = useWorld('old');
	packageTests(world);
	credentialTests(world);
});
