/** Submits, reads, updates, and deletes templates, and builds template messages for `messages.send`. */
export {
	submitTemplate as submit,
	updateTemplate as update,
	type Submitted,
	type TemplateEdit,
} from './submit';
export {
	findTemplate as find,
	getTemplate as get,
	languagesOf as languages,
	templatePage as page,
	templates as list,
	type TemplateFilter,
} from './read';
export {
	archiveTemplates as archive,
	deleteAllLanguages,
	deleteTemplate as delete,
	deleteTemplates as deleteMany,
	unpauseTemplate as unpause,
} from './remove';
export { libraryTemplates as library } from './library';
export { migrateTemplates as migrate, type Migration } from './migration';
export {
	compareTemplates as compare,
	type ComparedTemplate,
	type ComparisonDays,
} from './comparison';
export { templateRecord as toRecord, type TemplateRecord } from './record';
export { explainStatus, type StatusMeaning } from './statuses';
export { explainRejection, type Rejection } from './rejections';
export { checkDefinition } from './definition/check';
export { readDefinition, type TemplateDefinition } from './definition/definition';
export { definitionFromForm, type TemplateForm } from './definition/form';
export { parameterFields, type ParameterField } from './parameters/fields';
export { readValues, type ParameterValues } from './parameters/values';
export { checkValues, type CheckOptions } from './parameters/check';
export { messageComponents as components } from './parameters/components';
export { renderTemplate as render, type RenderedTemplate } from './rendering';
export { templateMessage as message, type TemplateMessageInput } from './message';
export { parseReference, type TemplateReference } from './reference';
export type { Template, TemplateButton, TemplateCard, TemplateComponent } from './template';
