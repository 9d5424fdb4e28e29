import { ExampleStage } from '../../../n8n-server/exampleStage';
import { exampleNames } from '../../../n8n-server/exampleWorkflows';
import type { WorkflowRecord } from '../../../n8n-server/n8nClient';
import { WorkflowRuns } from './workflowRuns';

/** The examples in a real n8n, set up as their notes say and started the way a user starts them. */
export class ExampleRuns extends WorkflowRuns {
	private stage?: ExampleStage;

	/** Names of the examples that were set up so far. */
	readonly used = new Set<string>();

	/** Imports the example and sets it up as its note says. */
	async create(name: string): Promise<WorkflowRecord> {
		this.stage ??= await ExampleStage.prepare(this.world());
		this.used.add(name);
		return await this.world().client.createWorkflow(await this.stage.ready(name));
	}

	/** Like `imported`, but also publishes the workflow. */
	async publish(name: string): Promise<WorkflowRecord> {
		const workflow = await this.create(name);
		await this.world().client.activate(workflow.id);
		return workflow;
	}

	/** Returns the examples that no test has run. */
	left(): string[] {
		return exampleNames().filter((name) => !this.used.has(name));
	}
}
