import {
	isInput,
	optionOf,
	type FlowField,
	type FlowForm,
} from '../../../../cloud-api/flows/form/form';
import { namedFields } from '../../../../cloud-api/flows/form/names';

const STYLE = `
*{box-sizing:border-box}body{margin:0;font:16px/1.45 system-ui,sans-serif;background:#f0f2f5;color:#111b21}
main{max-width:32rem;margin:0 auto;padding:1.5rem 1rem 3rem}h1{font-size:1.35rem;margin:0 0 .75rem}
form,.card{background:#fff;border-radius:.75rem;padding:1.25rem;box-shadow:0 1px 3px #0002}
.question{white-space:pre-wrap;margin:0 0 1rem}label,legend{display:block;font-weight:600;margin:1.1rem 0 .35rem;padding:0}
fieldset{border:0;margin:0;padding:0}fieldset label,.optin label{font-weight:400;margin:.35rem 0;display:flex;gap:.6rem;align-items:baseline}
input:not([type=radio],[type=checkbox],[type=file]),select,textarea{width:100%;padding:.65rem;border:1px solid #8696a0;border-radius:.5rem;font:inherit;background:#fff;color:inherit}
small{display:block;color:#54656f;margin-top:.25rem}button{margin-top:1.5rem;width:100%;padding:.8rem;border:0;border-radius:2rem;background:#008069;color:#fff;font:600 1rem system-ui,sans-serif;cursor:pointer}
:focus-visible{outline:3px solid #00a884;outline-offset:2px}.error{color:#b3261e;font-weight:600}
@media(prefers-color-scheme:dark){body{background:#0b141a;color:#e9edef}form,.card{background:#1f2c34}small{color:#aebac1}input:not([type=radio],[type=checkbox],[type=file]),select,textarea{background:#2a3942;border-color:#8696a0}.error{color:#ffb4ab}}
`;

const INPUTS: Readonly<Partial<Record<FlowField['type'], string>>> = {
	text: 'text',
	number: 'number',
	email: 'email',
	phone: 'tel',
	password: 'password',
	date: 'date',
};

/** Allows nothing but the page's own style and its form: it runs no script and loads nothing. */
export const PAGE_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The page of a form, where it cannot be a flow. Its form is sent to the address of the page. */
export function formPage(
	form: FlowForm,
	question: string,
	missing: readonly string[] = [],
): string {
	const [screen] = form.screens;
	const fields = namedFields(form);
	const hasFiles = fields.some(({ field }) => field.type === 'photo' || field.type === 'file');
	const encoding = hasFiles ? ' enctype="multipart/form-data"' : '';
	const errors =
		missing.length > 0
			? `<p class="error" role="alert">Please fill in: ${missing.map(escaped).join(', ')}</p>`
			: '';
	const intro = screen.text ? `<p class="question">${escaped(screen.text)}</p>` : '';
	return page(
		screen.title ?? '',
		`<form method="post"${encoding}><p class="question">${escaped(question)}</p>${intro}${errors}${fields
			.map(({ field, name }, index) => shown(field, name, `f${index}`))
			.join('')}<button>${escaped(screen.button ?? 'Submit')}</button></form>`,
	);
}

/** What the person sees after the form was sent. */
export const THANKS_PAGE = page(
	'Thank you',
	'<p class="card">Your response was sent. You can close this page.</p>',
);

function page(title: string, content: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1>${content}</main></body></html>`;
}

function shown(field: FlowField, name: string, id: string): string {
	const { type, label, required = false, help, options = [], initial } = field;
	if (type === 'heading') return `<h2>${escaped(label)}</h2>`;
	if (type === 'body') return `<p>${escaped(label)}</p>`;
	const needed = required ? ' required' : '';
	const note = help ? `<small>${escaped(help)}</small>` : '';
	const title = `${escaped(label)}${required ? ' *' : ''}`;
	const key = escaped(name);
	const start = escaped(typeof initial === 'string' ? initial : '');
	const chosen = new Set([initial].flat().map(String));
	if (type === 'radio' || type === 'checkbox') {
		const rows = options.map(optionOf).map((option) => {
			const checked = chosen.has(option.id) ? ' checked' : '';
			const must = type === 'radio' ? needed : '';
			return `<label><input type="${type}" name="${key}" value="${escaped(option.id)}"${checked}${must}>${escaped(option.title)}</label>`;
		});
		return `<fieldset><legend>${title}</legend>${rows.join('')}${note}</fieldset>`;
	}
	if (type === 'optIn') {
		const checked = initial === true || initial === 'true' ? ' checked' : '';
		return `<div class="optin"><label><input type="checkbox" name="${key}" value="true"${checked}${needed}>${title}</label>${note}</div>`;
	}
	const head = `<label for="${id}">${title}</label>`;
	if (type === 'dropdown') {
		const rows = options
			.map(optionOf)
			.map(
				(option) =>
					`<option value="${escaped(option.id)}"${chosen.has(option.id) ? ' selected' : ''}>${escaped(option.title)}</option>`,
			);
		return `${head}<select id="${id}" name="${key}"${needed}><option value=""></option>${rows.join('')}</select>${note}`;
	}
	if (type === 'textarea')
		return `${head}<textarea id="${id}" name="${key}" rows="5"${needed}>${start}</textarea>${note}`;
	if (type === 'photo' || type === 'file') {
		const accept = type === 'photo' ? 'image/*' : (field.accept ?? []).join(',');
		return `${head}<input id="${id}" type="file" name="${key}" multiple${accept ? ` accept="${escaped(accept)}"` : ''}${needed}>${note}`;
	}
	const step = type === 'number' ? ' step="any"' : '';
	return `${head}<input id="${id}" type="${INPUTS[type] ?? 'text'}" name="${key}" value="${start}"${step}${needed}>${note}`;
}

/** The labels of required fields without a value. */
export function missingFields(form: FlowForm, response: Record<string, unknown>): string[] {
	return namedFields(form)
		.filter(({ field, name }) => {
			const value = response[name];
			const isEmpty =
				value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
			return isInput(field) && field.required === true && isEmpty;
		})
		.map(({ field }) => field.label);
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
