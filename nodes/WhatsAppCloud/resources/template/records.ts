import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { templateRecord } from '../../../../cloud-api/templates/record';
import type { Template } from '../../../../cloud-api/templates/template';
import { simplified } from '../../fields/simplify';
import type { Parameters } from '../../runtime/parameters';

/** Returns a template as an output item, with Meta's response under `raw` if Simplify is off. */
export function templateItem(param: Parameters, template: Template, syncedAt: string): IDataObject {
	return simplified(param, { ...templateRecord(template, syncedAt), raw: template });
}

/** The IDs of several templates. */
export const templateIds: INodeProperties = {
	displayName: 'Template IDs',
	name: 'templateIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1192339204654487, 920070352646140',
	description: 'Template IDs separated by commas, or a list. Template → Get Many returns them.',
};

/** Returns the template IDs, each once. */
export function givenIds(param: Parameters): string[] {
	return [...new Set(param.texts('templateIds').flatMap((ids) => ids.split(/\s+/)))];
}
