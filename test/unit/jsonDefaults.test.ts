import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { WhatsAppCloud } from '../../nodes/WhatsAppCloud/WhatsAppCloud.node';

type Field = INodeProperties | INodePropertyCollection;

/** All fields of a form, with those of collections and of rows. */
function allFields(fields: Field[]): INodeProperties[] {
	return fields.flatMap((field) => {
		const inner = 'values' in field ? field.values : (field.options ?? []);
		const nested = inner.filter(
			(one): one is Field => typeof one === 'object' && 'displayName' in one,
		);
		return ['type' in field ? [field] : [], allFields(nested)].flat();
	});
}

describe('the JSON fields of the form', () => {
	const json = allFields(new WhatsAppCloud().description.properties).filter(
		({ type }) => type === 'json',
	);

	it('are found', () => expect(json.length).toBeGreaterThan(10));

	it.each(json.map((field) => [field.displayName, field.default] as const))(
		'%s starts with valid JSON',
		(_, value) => {
			if (typeof value === 'string' && value.trim() !== '' && !value.startsWith('='))
				JSON.parse(value);
		},
	);
});
