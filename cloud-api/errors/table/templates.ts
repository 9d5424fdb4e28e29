import type { CodeTable } from '../types';

/** Sending, creating, and analyzing templates. */
export const templates: CodeTable = {
	131064: {
		title: 'Too many templates of this account were submitted in the wrong category',
		fix: 'Meta limits the account temporarily. Correct the category of your templates (promotions are marketing) in WhatsApp Manager → Message templates, and send again when the limit ends.',
		actor: 'account admin',
		retry: 'later',
	},
	132000: {
		title: 'The number of parameter values does not match the template',
		fix: 'The template may have changed since it was selected. Open the node, refresh the list under "Values to Send" (⋮), and fill in all values.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132001: {
		title: 'The template does not exist in this language, or is not approved',
		fix: 'Select it from the list: en and en_US are different languages. It must be Approved in WhatsApp Manager → Message templates, in the account of the sender.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132005: {
		title: 'The text is too long with the parameter values',
		fix: 'Shorten the values: the body can have up to 1,024 characters, a header up to 60.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132007: {
		title: 'The content of the template violates a WhatsApp policy',
		fix: 'See the reason in WhatsApp Manager → Message templates, and change the text.',
		actor: 'account admin',
		retry: 'never',
	},
	132008: {
		title: 'Meta does not accept one of the parameter values',
		fix: 'Compare the value with the sample value of the template. Line breaks, tabs, and more than four consecutive spaces are not allowed.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132012: {
		title: 'A parameter value has the wrong format',
		fix: 'Refresh the list under "Values to Send" (⋮): the header may require a media file instead of text, or the template uses named parameters. Line breaks, tabs, and more than four consecutive spaces are not allowed in a value.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132015: {
		title: 'Meta has paused the template because of its quality',
		fix: 'It is paused for 3 hours the first time and for 6 hours the second time. Improve it or send another template; WhatsApp Manager → Message templates shows its status.',
		actor: 'account admin',
		retry: 'later',
		waitSeconds: 10_800,
	},
	132016: {
		title: 'Meta has permanently disabled the template because of its quality',
		fix: 'Create a new template with different content in WhatsApp Manager → Message templates.',
		actor: 'account admin',
		retry: 'never',
	},
	132018: {
		title: 'The parameter values do not match the template',
		fix: 'Refresh the list under "Values to Send" (⋮) and compare each value with the template in WhatsApp Manager → Message templates.',
		actor: 'workflow builder',
		retry: 'never',
	},
	132021: {
		title: 'A template already has the name given for Direct Send',
		fix: 'Enter another template name in the Direct Send options.',
		actor: 'workflow builder',
		retry: 'never',
	},
	134100: {
		title: 'The Marketing Messages API sends marketing templates only',
		fix: 'Turn the option off for this template, or select a template of the category Marketing.',
		actor: 'workflow builder',
		retry: 'never',
	},
	134101: {
		title: 'The template is not ready for the Marketing Messages API yet',
		fix: 'New, changed, and long unused templates require up to 10 minutes. Send it again then.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 600,
	},
	134102: {
		title: 'The template is not available for the Marketing Messages API',
		fix: 'Turn the option off for this template to send it through the Cloud API.',
		actor: 'workflow builder',
		retry: 'never',
	},
	200005: {
		title: 'Template insights are not available for this account',
		fix: 'They require an account that Meta made eligible. See WhatsApp Manager → Insights.',
		actor: 'account admin',
		retry: 'never',
	},
	200006: {
		title: 'Template insights cannot be turned off',
		fix: 'Once confirmed, they stay on. No action is required.',
		actor: 'nobody',
		retry: 'never',
	},
	200007: {
		title: 'Template insights are not turned on for this account',
		fix: 'Confirm them in WhatsApp Manager → Insights, or set is_enabled_for_insights on the account.',
		actor: 'account admin',
		retry: 'later',
	},
};

/** Subcodes of 100 about creating, editing, and deleting templates; Meta adds a sentence. */
export const templateSubcodes: CodeTable = {
	2388019: {
		title: 'The account has reached its template limit',
		fix: 'Delete some templates: 250 are allowed, 6,000 once the business is verified.',
		actor: 'account admin',
		retry: 'never',
	},
	2388024: {
		title: 'A template with this name and language already exists',
		fix: 'Enter another name or language, or edit the existing template. The name of a deleted template cannot be reused for 30 days.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388039: {
		title: 'The template cannot be edited in its current status',
		fix: 'Only approved, rejected, and paused templates can be edited, an approved one once a day and ten times in 30 days.',
		actor: 'workflow builder',
		retry: 'later',
	},
	2388040: {
		title: 'A text of the template is too long',
		fix: 'The body can have up to 1,024 characters, header and footer up to 60, a button up to 25.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388047: {
		title: 'The header of the template is invalid',
		fix: 'A text header has no line break, no formatting, no emoji, and at most one variable. A media header requires a sample file.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388072: {
		title: 'The body of the template is invalid',
		fix: 'Number the variables from 1 without gaps, or name them in lowercase with underscores, and enter a sample value for each.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388073: {
		title: 'The footer of the template is invalid',
		fix: 'A footer is plain text of up to 60 characters, without variables and line breaks.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388293: {
		title: 'The template has too many variables for its length',
		fix: 'Add more text, or use fewer variables.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388299: {
		title: 'The template starts or ends with a variable',
		fix: 'Put text before the first and after the last variable; a period alone is not sufficient.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388318: {
		title: 'A template generated by Direct Send cannot be edited',
		fix: 'Create a template with the text you want.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388330: {
		title: 'A template generated by Direct Send cannot be deleted',
		fix: 'Meta removes it when it is no longer used.',
		actor: 'nobody',
		retry: 'never',
	},
};
