import type {
	Json,
	JsonObject,
	MediaView,
	RenderedButton,
	RenderedTemplate,
} from '../../control/types';
import { FIXED_LABELS } from '../../templates/fixedLabels';
import { at, listAt, textAt } from '../parts/json';

type Values = (name: string) => string;

/** Sample values of a text component, by position (`1`, `2`, …) or by name. */
function samples(component: Json, part: 'header_text' | 'body_text'): Values {
	const positional = listAt(component, 'example', part).flat();
	const named = listAt(component, 'example', `${part}_named_params`);
	return (name) =>
		textAt(
			named.find((entry) => textAt(entry, 'param_name') === name),
			'example',
		) ||
		textAt(positional[Number(name) - 1]) ||
		`{{${name}}}`;
}

const fill = (text: string, values: Values) =>
	text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => values(name));

const typeOf = (component: Json) => textAt(component, 'type').toUpperCase();

/** A header sample that can be shown: a link. Upload handles cannot be shown. */
function sampleMedia(component: Json, mimeType: string): MediaView | undefined {
	const url =
		textAt(component, 'example', 'header_url', 0) ||
		textAt(component, 'example', 'header_handle', 0);
	if (!/^(https?|data|blob):/.test(url)) return undefined;
	return { id: url, url, mimeType, fetched: true };
}

function header(component: Json): NonNullable<RenderedTemplate['header']> {
	const format = textAt(component, 'format').toUpperCase() || 'TEXT';
	if (format === 'TEXT')
		return { format, text: fill(textAt(component, 'text'), samples(component, 'header_text')) };
	if (format === 'LOCATION') {
		return {
			format,
			location: {
				latitude: 37.4847,
				longitude: -122.1473,
				name: 'Name of the place',
				address: 'Its address',
			},
		};
	}
	return { format, media: sampleMedia(component, format === 'DOCUMENT' ? 'application/pdf' : '') };
}

function button(input: Json): RenderedButton {
	const type = typeOf(input);
	const example = textAt(input, 'example') || textAt(input, 'example', 0);
	const url = textAt(input, 'url');
	return {
		type,
		text: textAt(input, 'text') || FIXED_LABELS[type] || type,
		...(url && { url: /^https?:/.test(example) ? example : url.replace(/\{\{\w+\}\}/, example) }),
		...(textAt(input, 'phone_number') && { phoneNumber: textAt(input, 'phone_number') }),
		...(type === 'COPY_CODE' && { code: example }),
		...(type === 'OTP' && { code: '123456' }),
	};
}

/** The body of an authentication template. */
function codeBody(component: Json): string {
	const advice =
		at(component, 'add_security_recommendation') === true
			? ' For your security, do not share this code.'
			: '';
	return `*123456* is your verification code.${advice}`;
}

function part(rendered: RenderedTemplate, component: Json) {
	switch (typeOf(component)) {
		case 'HEADER':
			rendered.header = header(component);
			break;
		case 'BODY':
			rendered.body = textAt(component, 'text')
				? fill(textAt(component, 'text'), samples(component, 'body_text'))
				: codeBody(component);
			break;
		case 'FOOTER': {
			const expiry = textAt(component, 'code_expiration_minutes');
			rendered.footer = expiry
				? `This code expires in ${expiry} minutes.`
				: textAt(component, 'text');
			break;
		}
		case 'BUTTONS':
			rendered.buttons = listAt(component, 'buttons').map(button);
			break;
		case 'LIMITED_TIME_OFFER':
			rendered.offer = { text: textAt(component, 'limited_time_offer', 'text') };
			break;
		case 'CAROUSEL':
			rendered.cards = listAt(component, 'cards').map((card) => {
				const {
					header: cardHeader,
					body,
					buttons,
				} = renderDefinition({ components: listAt(card, 'components') });
				return { header: cardHeader, body, buttons };
			});
			break;
	}
}

/** Renders a template definition with its sample values. Unknown components are omitted. */
export function renderDefinition(definition: JsonObject): RenderedTemplate {
	const rendered: RenderedTemplate = {
		name: textAt(definition, 'name'),
		language: textAt(definition, 'language'),
	};
	for (const component of listAt(definition, 'components')) part(rendered, component);
	return rendered;
}
