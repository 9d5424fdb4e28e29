import { useEditor } from '../support/editorPage';
import type { World } from '../support/world';
import { browserCredentialTests } from './browserCredential';
import { browserFormTests } from './browserForm';
import { browserLoginTests } from './browserLogin';
import { browserPhoneTests } from './browserPhone';
import { browserTriggerTests } from './browserTrigger';

/** What a person sees in n8n's editor and on the phone page, in Chromium. */
export function browserTests(world: () => World): void {
	const editor = useEditor(world);
	browserFormTests(world, editor);
	browserTriggerTests(world, editor);
	browserCredentialTests(world, editor);
	browserLoginTests(world, editor);
	browserPhoneTests(world, editor);
}
