import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { templatePage } from '../../../cloud-api/templates/read';
import { languageName } from '../../../cloud-api/templates/languages';
import { referenceText } from '../../../cloud-api/templates/reference';
import { explainStatus } from '../../../cloud-api/templates/statuses';
import type { Template } from '../../../cloud-api/templates/template';
import { connected } from '../../shared/lists/connect';

/** Lists templates to send, by name and language; those that cannot be sent are last, with their status. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await page(this, referenceText, filter, paginationToken);
}

/** Lists templates to manage, by ID. */
export async function searchTemplateIds(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await page(this, ({ id }) => String(id), filter, paginationToken);
}

async function page(
	context: ILoadOptionsFunctions,
	valueOf: (template: Template) => string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await connected(context, async ({ graph, account }) => {
		const nameOrContent = filter?.trim() || undefined;
		const { items, after } = await templatePage(
			graph,
			account(),
			{ nameOrContent },
			paginationToken,
		);
		return {
			results: [...items].sort(byUse).map((template) => ({
				name: labelOf(template),
				value: valueOf(template),
				description: template.category,
			})),
			paginationToken: after,
		};
	});
}

function labelOf({ name, language, status }: Template): string {
	const { sendable, words } = explainStatus(status);
	return `${name} – ${languageName(language)}${sendable ? '' : ` – ${words}`}`;
}

function byUse(one: Template, other: Template): number {
	const unsendable = (template: Template) => (explainStatus(template.status).sendable ? 0 : 1);
	return unsendable(one) - unsendable(other) || one.name.localeCompare(other.name);
}
