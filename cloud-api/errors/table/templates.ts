import type { CodeTable } from '../types';

/** Sending, creating and analysing templates. */
export const templates: CodeTable = {
	131064: {
		title: 'Too many templates of this account were put in the wrong category',
		fix: 'Meta limits it for a while. Correct the category of your templates (promotions are marketing) in WhatsApp Manager > Message templates, and send again when the limit ends.',
		actor: 'account admin',
		retry: 'later',
	},
	132000: {
		title: 'The number of parameters does not match the template',
		fix: 'The template was probably changed since it was chosen. Open the node, refresh the list under Values to Send (⋮), and fill in all of them.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132001: {
		title: 'The template does not exist in this language, or is not approved yet',
		fix: 'Choose it from the list: en and en_US are different languages. It must be Approved in WhatsApp Manager > Message templates, in the account that owns the sending number.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132005: {
		title: 'The text is too long once the parameters are filled in',
		fix: 'Shorten the values: the whole body takes 1,024 characters, a header 60.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132007: {
		title: "The content of the template breaks WhatsApp's policies",
		fix: 'See the reason in WhatsApp Manager > Message templates, and change the text.',
		actor: 'account admin',
		retry: 'never',
	},
	132008: {
		title: 'A parameter of the template has a value that Meta does not accept',
		fix: 'Compare the value with the example that was given when the template was created. Line breaks, tabs and more than four spaces in a row are not allowed.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132012: {
		title: 'A parameter of the template has the wrong form',
		fix: 'Refresh the list under Values to Send (⋮): a header may want a picture instead of text, or the template uses named parameters. Line breaks, tabs and more than four spaces in a row are not allowed in a value.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132015: {
		title: 'Meta has paused the template because of its quality',
		fix: 'It is paused for 3 hours the first time, 6 the second. Improve it or send another; its state is shown in WhatsApp Manager > Message templates.',
		actor: 'account admin',
		retry: 'later',
		waitSeconds: 10_800,
	},
	132016: {
		title: 'Meta has disabled the template for good because of its quality',
		fix: 'Create a new template with other content in WhatsApp Manager > Message templates.',
		actor: 'account admin',
		retry: 'never',
	},
	132018: {
		title: 'The parameters do not fit the template',
		fix: 'Refresh the list under Values to Send (⋮) and compare each with the template in WhatsApp Manager > Message templates.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132021: {
		title: 'A template of yours already has the name given for Direct Send',
		fix: 'Use another template name in the Direct Send options.',
		actor: 'workflow builder',
		retry: 'never',
	},
	134100: {
		title: 'The Marketing Messages API sends marketing templates only',
		fix: 'Turn the option off for this template, or choose a template of the category Marketing.',
		actor: 'workflow builder',
		retry: 'never',
	},
	134101: {
		title: 'The template is still being prepared for the Marketing Messages API',
		fix: 'New, changed and long unused templates take up to 10 minutes. Send it again then.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 600,
	},
	134102: {
		title: 'The template is not available for the Marketing Messages API',
		fix: 'Turn the option off for this template to send it the normal way.',
		actor: 'workflow builder',
		retry: 'never',
	},
	200005: {
		title: 'Template insights are not available for this account',
		fix: 'They need an account that Meta made eligible. See WhatsApp Manager > Insights.',
		actor: 'account admin',
		retry: 'never',
	},
	200006: {
		title: 'Template insights cannot be turned off again',
		fix: 'Once confirmed they stay on; nothing needs to be done.',
		actor: 'nobody',
		retry: 'never',
	},
	200007: {
		title: 'Template insights are not turned on for this account',
		fix: 'Confirm them in WhatsApp Manager > Insights, or set is_enabled_for_insights on the account.',
		actor: 'account admin',
		retry: 'later',
	},
};

/** Subcodes of 100 about creating, changing and deleting templates; Meta's own sentence comes with them. */
export const templateSubcodes: CodeTable = {
	2388019: {
		title: 'The account has as many templates as Meta allows',
		fix: 'Delete some: 250 are allowed, 6,000 once the business is verified.',
		actor: 'account admin',
		retry: 'never',
	},
	2388024: {
		title: 'A template with this name and language already exists',
		fix: 'Use another name or language, or edit the existing one. A deleted name stays taken for 30 days.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388039: {
		title: 'The template cannot be changed in its present state',
		fix: 'Only approved, rejected and paused templates can be edited: an approved one once a day and ten times in 30 days.',
		actor: 'workflow builder',
		retry: 'later',
	},
	2388040: {
		title: 'A text of the template is too long',
		fix: 'Body 1,024 characters, header and footer 60, button label 25.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388047: {
		title: 'The header of the template is not valid',
		fix: 'A text header has no line break, no formatting, no emoji and at most one variable. A media header needs a sample file.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388072: {
		title: 'The body of the template is not valid',
		fix: 'Number the variables from 1 without gaps, or name them in lower case with underscores, and give an example for each.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388073: {
		title: 'The footer of the template is not valid',
		fix: 'A footer is plain text of up to 60 characters, without variables and line breaks.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388293: {
		title: 'The template has too many variables for its length',
		fix: 'Add more fixed words, or use fewer variables.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388299: {
		title: 'The template starts or ends with a variable',
		fix: 'Put fixed words before the first and after the last variable; a full stop alone does not count.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388318: {
		title: 'A template generated by Direct Send cannot be edited',
		fix: 'Create a template of your own with the text you want.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388330: {
		title: 'A template generated by Direct Send cannot be deleted',
		fix: 'Meta removes it by itself when it is no longer used.',
		actor: 'nobody',
		retry: 'never',
	},
};
