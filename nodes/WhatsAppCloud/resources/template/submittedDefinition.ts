import type { IDataObject } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { definitionFromForm } from '../../../../cloud-api/templates/definition/form';
import type { Parameters } from '../../runtime/parameters';
import { authenticationForm, bodyForm, buttonForms, cardForms, headerForm } from './readForm';

/** Returns the definition from the form, from JSON, or from the template library. */
export function submittedDefinition(param: Parameters): Record<string, unknown> {
	const identity = {
		name: param.text('name'),
		language: param.text('language'),
		category: param.text('category'),
	};
	switch (param.text('definition')) {
		case 'json':
			return fromJson(param);
		case 'library':
			return fromLibrary(param, identity);
		default:
			return fromForm(param, identity);
	}
}

function fromJson(param: Parameters): IDataObject {
	const definition = param.json('templateJson');
	if (typeof definition === 'object' && definition !== null && !Array.isArray(definition))
		return definition as IDataObject;
	throw new InvalidInputError(
		'templateJson',
		'The definition is not a JSON object',
		'Enter {"name": …, "language": …, "category": …, "components": […]}.',
	);
}

function fromLibrary(param: Parameters, identity: IDataObject): IDataObject {
	const name = param.text('libraryTemplate').trim();
	if (name === '')
		throw new InvalidInputError(
			'libraryTemplate',
			'The library template is missing',
			'Enter its name. Template → Search Library lists the names.',
		);
	const buttons = param.json('libraryButtons');
	return {
		...identity,
		library_template_name: name,
		...(Array.isArray(buttons) &&
			buttons.length > 0 && { library_template_button_inputs: buttons }),
	};
}

function fromForm(
	param: Parameters,
	identity: { name: string; language: string; category: string },
): Record<string, unknown> {
	if (identity.category === 'AUTHENTICATION')
		return definitionFromForm({ ...identity, authentication: authenticationForm(param) });
	const layout = identity.category === 'MARKETING' ? param.text('layout') : 'standard';
	const body = bodyForm(param) ?? { text: '' };
	if (layout === 'carousel')
		return definitionFromForm({ ...identity, body, cards: cardForms(param) });
	return definitionFromForm({
		...identity,
		body,
		header: headerForm(param),
		footer: param.text('footer'),
		buttons: buttonForms(param),
		callPermission: layout === 'standard' && param.flag('callPermission'),
		...(layout === 'offer' && {
			offer: { text: param.text('offerText'), hasExpiration: param.flag('offerExpires') },
		}),
	});
}
