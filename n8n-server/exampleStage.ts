import type { INode } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { exampleWorkflow, withCredential } from './exampleWorkflows';
import type { CredentialRecord, N8nClient, WorkflowFile } from './n8nClient';
import { appointmentReminder, orderLeaves } from './sampleTemplates';
import type { PlayedServices } from './services';

/** The sheet of the example "Send a template to each row of a sheet". */
const SHEET = [
	['phone', 'name', 'order', 'day', 'result', 'message ID'],
	['+1 555-010-0201', 'Ana', '4711', 'Monday'],
	['+44 7700 900202', 'Ben', '4712', 'Tuesday'],
	['not a number', 'Nobody', '4713', 'Friday'],
];

/** Credential types of third-party nodes by node type. HTTP Request specifies its own. */
const CREDENTIAL_TYPES: Record<string, string> = {
	'n8n-nodes-base.googleCalendar': 'googleCalendarOAuth2Api',
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'n8n-nodes-base.googleDrive': 'googleDriveOAuth2Api',
	'n8n-nodes-base.hubspot': 'hubspotAppToken',
	'n8n-nodes-base.emailSend': 'smtp',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

interface ExampleStageOptions {
	client: N8nClient;
	sandbox: Sandbox;
	services: PlayedServices;
	/** Our credential. */
	credential: CredentialRecord;
}

/** Sets up an example as its note says under "Before you start". */
export class ExampleStage {
	private constructor(
		private readonly options: ExampleStageOptions,
		private readonly credentials: Map<string, CredentialRecord>,
	) {}

	/** Creates what several examples share: the credentials, the sheet, and the approved templates. */
	static async prepare(options: ExampleStageOptions): Promise<ExampleStage> {
		const { client, sandbox, services } = options;
		const credentials = new Map<string, CredentialRecord>();
		for (const credential of services.credentials()) {
			const created = await client.createCredential({
				...credential,
				data: { ...credential.data },
			});
			credentials.set(credential.type, created);
		}
		services.google.spreadsheet.rows = SHEET.map((row) => [...row]);
		await sandbox.control.addTemplate(appointmentReminder);
		await sandbox.control.addTemplate(orderLeaves);
		return new ExampleStage(options, credentials);
	}

	/** Returns the example of this name, ready to create and run. Its data table exists. */
	async ready(name: string): Promise<WorkflowFile> {
		const workflow = withCredential(exampleWorkflow(name), this.options.credential);
		const table = tableOf(workflow);
		const tableId = table && (await this.options.client.createDataTable(table.name, table.columns));
		const nodes = workflow.nodes.map((node) => this.withChoices(node, tableId));
		return { ...workflow, nodes };
	}

	private withChoices(node: INode, tableId?: string): INode {
		const parameters = { ...node.parameters };
		const choose = (parameter: string, value: string | number, cachedResultName: string) => {
			parameters[parameter] = { __rl: true, mode: 'list', value, cachedResultName };
		};
		if (node.type === 'n8n-nodes-base.dataTable') choose('dataTableId', tableId ?? '', '');
		if (node.type === 'n8n-nodes-base.googleSheets') {
			const { id, name, sheetId } = this.options.services.google.spreadsheet;
			choose('documentId', id, name);
			choose('sheetName', sheetId, name);
		}
		const type = node.parameters.nodeCredentialType ?? CREDENTIAL_TYPES[node.type];
		const chosen = this.credentials.get(String(type));
		return {
			...node,
			parameters,
			...(chosen && { credentials: { [chosen.type]: { id: chosen.id, name: chosen.name } } }),
		};
	}
}

/**
 * Returns the data table that the example's note tells the user to create: its name in italics, its
 * columns as code. All columns contain text.
 * @throws Error if the example has data table nodes and its note describes no table
 */
export function tableOf({ name, nodes }: WorkflowFile) {
	if (!nodes.some(({ type }) => type === 'n8n-nodes-base.dataTable')) return undefined;
	const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const text = String(note?.parameters.content);
	const [, table, list] =
		/data table \*(.+?)\* with [^`]*columns ((?:`\w+`(?:, and |, | and )?)+)/.exec(text) ?? [];
	if (!table) throw new Error(`The note of "${name}" does not say which data table to create`);
	return { name: table, columns: [...list.matchAll(/`(\w+)`/g)].map(([, column]) => column) };
}
