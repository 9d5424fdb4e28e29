import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { templateRecord } from '../../../../cloud-api/templates/record';
import type { Template } from '../../../../cloud-api/templates/template';
import { simplified } from '../../fields/simplify';
import type { Parameters } from '../../runtime/parameters';

/** A template as an output item: in words and flat, with Meta's answer beside it where that is wanted. */
export function templateItem(param: Parameters, template: Template, syncedAt: string): IDataObject {
	return simplified(param, { ...templateRecord(template, syncedAt), raw: template });
}

/** The IDs of several templates, as text or as a list. */
export const templateIds: INodeProperties = {
	displayName: 'Template IDs',
	name: 'templateIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1192339204654487, 920070352646140',
	description: 'Separated by commas, or a list from an expression; Template → Get Many gives them',
};

/** The IDs that the form gives, each once. */
export function givenIds(param: Parameters): string[] {
	return [...new Set(param.texts('templateIds').flatMap((ids) => ids.split(/\s+/)))];
}
