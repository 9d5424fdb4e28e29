import { credentialTests } from './suite/credential';
import { conversationTests } from './suite/conversation';
import { editorHelpTests } from './suite/editorHelp';
import { exampleTests } from './suite/examples';
import { flowTests } from './suite/flows';
import { packageTests } from './suite/package';
import { registrationTests } from './suite/registration';
import { settingsTests } from './suite/settings';
import { testRunTests } from './suite/testRun';
import { tokenTests } from './suite/token';
import { useWorld } from './support/world';

describe('n8n 1.123', () => {
	const world = useWorld('old');
	packageTests(world);
	credentialTests(world);
	editorHelpTests(world);
	tokenTests(world);
	conversationTests(world);
	flowTests(world);
	testRunTests(world);
	registrationTests(world);
	settingsTests(world);
	exampleTests(world);
});
