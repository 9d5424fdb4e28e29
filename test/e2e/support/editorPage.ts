import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, screenshot, signedInPage } from '../../../n8n-server/browser';
import type { WorkflowFile } from '../../../n8n-server/n8nClient';
import { START_MS, type World } from './world';

/** n8n's editor in Chromium, from the user's perspective. */
export interface EditorPage {
	page: Page;
	/** Finds an element by its test ID, which is the same in 1.123 and 2.40. */
	byTestId(id: string): Locator;
	/** Stores a workflow and opens the form of its last node. */
	openLastNode(file: WorkflowFile): Promise<void>;
	/** Picks an entry of a parameter's menu by its label. */
	choose(parameter: string, label: string): Promise<void>;
	/** The output panel of the open node. */
	output(): Locator;
	/** Saves a screenshot in build/screenshots. */
	show(name: string): Promise<void>;
	/** Errors that the editor's scripts have thrown so far. */
	complaints(): string[];
}

/** Opens the editor before the tests of a file and closes it after them. */
export function useEditor(world: () => World): () => EditorPage {
	let browser: Browser;
	let editor: EditorPage;

	beforeAll(async () => {
		browser = await launchBrowser();
		editor = editorPage(world(), await signedInPage(browser, world().server.url));
	}, START_MS);

	afterAll(async () => await browser?.close(), 60_000);

	afterEach(async () => {
		await editor.show(`end-of-${expect.getState().currentTestName?.replace(/\W+/g, '-')}`);
	});

	return () => editor;
}

function editorPage({ server, client }: World, page: Page): EditorPage {
	const thrown: string[] = [];
	page.on('pageerror', ({ message }) => thrown.push(message));
	const byTestId = (id: string) => page.locator(`[data-test-id="${id}"]`);

	return {
		page,
		byTestId,
		async openLastNode(file) {
			const { id, nodes } = await client.createWorkflow(file);
			await page.goto(`${server.url}/workflow/${id}/${nodes.at(-1)?.id}`);
			await byTestId('node-parameters').waitFor();
		},
		async choose(parameter, label) {
			await byTestId(`parameter-input-${parameter}`).click();
			await byTestId('parameter-input-item')
				.filter({ visible: true, has: page.getByText(label, { exact: true }) })
				.first()
				.click();
		},
		output: () => byTestId('output-panel'),
		show: async (name) => await screenshot(page, `n8n-${server.release.version}/${name}`),
		complaints: () => thrown,
	};
}
