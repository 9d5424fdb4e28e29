/** Templates: submit, read, change and remove them, and fill one in for `sendMessage`. */
export { submitTemplate, updateTemplate, type Submitted, type TemplateEdit } from './submit';
export {
	findTemplate,
	getTemplate,
	languagesOf,
	templatePage,
	templates,
	type TemplateFilter,
} from './read';
export {
	archiveTemplates,
	deleteAllLanguages,
	deleteTemplate,
	deleteTemplates,
	unpauseTemplate,
} from './remove';
export { libraryTemplates } from './library';
export { migrateTemplates, type Migration } from './migration';
export { compareTemplates, type ComparedTemplate, type ComparisonDays } from './comparison';
export { templateRecord, type TemplateRecord } from './record';
export { explainStatus, type StatusMeaning } from './statuses';
export { explainRejection, type Rejection } from './rejections';
export { checkDefinition } from './definition/check';
export { readDefinition, type TemplateDefinition } from './definition/definition';
export { definitionFromForm, type TemplateForm } from './definition/form';
export { parameterFields, type ParameterField } from './parameters/fields';
export { readValues, type ParameterValues } from './parameters/values';
export { checkValues, type CheckOptions } from './parameters/check';
export { messageComponents } from './parameters/components';
export { renderTemplate, type RenderedTemplate } from './rendering';
export { templateMessage, type TemplateMessageInput } from './message';
export { parseReference, type TemplateReference } from './reference';
export type { Template, TemplateButton, TemplateCard, TemplateComponent } from './template';
