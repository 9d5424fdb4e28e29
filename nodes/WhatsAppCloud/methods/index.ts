import { searchAccounts } from './searchAccounts';
import { searchSenders } from '../../shared/lists/searchSenders';
import { searchFlows } from './searchFlows';
import { searchTemplateIds, searchTemplates } from './searchTemplates';
import { getTemplateParameters } from './templateParameters';

/** What the editor requests from the node while its form is filled in. */
export const methods = {
	listSearch: { searchAccounts, searchFlows, searchSenders, searchTemplateIds, searchTemplates },
	resourceMapping: { getTemplateParameters },
};
