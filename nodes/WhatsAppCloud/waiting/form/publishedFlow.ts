import { createHash } from 'crypto';
import { flowFromFields } from '../../../../cloud-api/flows/form/build';
import type { FlowForm } from '../../../../cloud-api/flows/form/form';
import { createFlow, flowPage, publishFlow } from '../../../../cloud-api/flows/manage';
import type { Flow } from '../../../../cloud-api/flows/record';
import { GraphError, InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../../../cloud-api/graph';

/** Flows that this process has found or published, by account and name. */
const known = new Map<string, string>();
const MAX_KNOWN = 1000;
const MAX_PAGES = 50;

/** The name of the flow of a form: the same form has the same flow in every workflow. */
export function flowNameOf(flowJson: string): string {
	return `n8n_form_${createHash('sha256').update(flowJson).digest('hex').slice(0, 20)}`;
}

/**
 * The ID of the published flow of a form. On first use per account it is created and published; then it
 * is found again by its name, which contains a fingerprint of the form.
 *
 * @throws GraphError when the account may not publish flows; InvalidInputError when Meta rejects the form
 */
export async function publishedFlow(
	graph: GraphApi,
	account: string,
	form: FlowForm,
): Promise<string> {
	const flowJson = JSON.stringify(flowFromFields(form));
	const name = flowNameOf(flowJson);
	const key = `${graph.baseUrl} ${account} ${name}`;
	const remembered = known.get(key);
	if (remembered !== undefined) return remembered;
	const id = await findOrCreate(graph, account, name, flowJson);
	if (known.size >= MAX_KNOWN) known.clear();
	known.set(key, id);
	return id;
}

/** Forgets a flow that turned out to be gone, e.g. because somebody deprecated it. */
export function forgetFlow(id: string): void {
	for (const [key, value] of known) if (value === id) known.delete(key);
}

async function findOrCreate(
	graph: GraphApi,
	account: string,
	name: string,
	flowJson: string,
): Promise<string> {
	const found = await findFlow(graph, account, name);
	// The name of a deprecated flow stays taken.
	if (found?.status === 'DEPRECATED')
		return await findOrCreate(graph, account, `${name}_2`, flowJson);
	if (found) return await published(graph, found);
	try {
		const created = await createFlow(graph, account, {
			name,
			categories: ['OTHER'],
			flowJson,
			publish: true,
		});
		const [problem] = created.validationErrors;
		if (problem !== undefined) {
			throw new InvalidInputError(
				'fields',
				`Meta does not accept the form: ${problem.message}`,
				'Change the fields. Or choose Web Page in the option "Form Type".',
			);
		}
		return created.flowId;
	} catch (error) {
		// Another execution may have created it in the meantime: names are unique in an account.
		const other = isNotUnique(error) ? await findFlow(graph, account, name) : undefined;
		return other ? await published(graph, other) : await Promise.reject<string>(error);
	}
}

async function published(graph: GraphApi, { flowId, status }: Flow): Promise<string> {
	if (status === 'DRAFT') await publishFlow(graph, flowId);
	return flowId;
}

async function findFlow(graph: GraphApi, account: string, name: string): Promise<Flow | undefined> {
	let after: string | undefined;
	for (let page = 0; page < MAX_PAGES; page++) {
		const { items, after: next } = await flowPage(graph, account, after);
		const found = items.find((flow) => flow.name === name);
		if (found || next === undefined) return found;
		after = next;
	}
	return undefined;
}

function isNotUnique(error: unknown): boolean {
	return error instanceof GraphError && error.envelope.code === 100;
}
