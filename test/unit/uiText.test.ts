import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { WhatsAppCloudApi } from '../../credentials/WhatsAppCloudApi.credentials';
import { WhatsAppCloud } from '../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { WhatsAppCloudTrigger } from '../../nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node';

/** n8n 2.40 cuts the label of an entry under "Options" off behind about so many letters. */
const MAX_NESTED_LABEL = 26;

interface Field {
	/** Labels from the top of the form, e.g. `Options → Dry Run`. */
	path: string;
	depth: number;
	property: INodeProperties;
}

function fields(properties: INodeProperties[], above = '', depth = 0): Field[] {
	return properties.flatMap((property) => {
		const path = `${above}${property.displayName}`;
		const children =
			property.type === 'collection'
				? (property.options as INodeProperties[])
				: property.type === 'fixedCollection'
					? (property.options as INodePropertyCollection[]).flatMap(({ values }) => values)
					: [];
		return [{ path, depth, property }, ...fields(children, `${path} → `, depth + 1)];
	});
}

const forms: Array<[string, Field[]]> = [
	['action node', fields(new WhatsAppCloud().description.properties)],
	['trigger', fields(new WhatsAppCloudTrigger().description.properties)],
	['credential', fields(new WhatsAppCloudApi().properties)],
];

const paths = (found: Field[]) => [...new Set(found.map(({ path }) => path))];

describe.each(forms)('the form of the %s', (_name, all) => {
	it('has no nested label that the editor cuts off', () => {
		const long = all.filter(
			({ depth, property }) => depth > 0 && property.displayName.length > MAX_NESTED_LABEL,
		);
		expect(paths(long)).toEqual([]);
	});

	it('sorts the entries that can be added', () => {
		const unsorted = all.filter(({ property }) => {
			if (property.type !== 'collection') return false;
			const names = (property.options as INodeProperties[]).map(({ displayName }) => displayName);
			return names.join() !== [...names].sort((a, b) => a.localeCompare(b)).join();
		});
		expect(paths(unsorted)).toEqual([]);
	});

	it('has only JSON defaults that parse', () => {
		const broken = all.filter(({ property: { type, default: value } }) => {
			if (type !== 'json' || typeof value !== 'string' || /^(=|$)/.test(value)) return false;
			try {
				JSON.parse(value);
				return false;
			} catch {
				return true;
			}
		});
		expect(paths(broken)).toEqual([]);
	});

	it('writes its buttons as n8n does: "Add option"', () => {
		const shouting = all.filter(
			({ property: { placeholder = '', typeOptions } }) =>
				/^Add [A-Z][a-z]/.test(placeholder) ||
				/^Add [A-Z][a-z]/.test(typeOptions?.multipleValueButtonText ?? ''),
		);
		expect(paths(shouting)).toEqual([]);
	});

	it('gives every text that is asked for an example or words that say what it is', () => {
		const bare = all.filter(
			({ property: { type, required, placeholder, description, hint } }) =>
				type === 'string' && required && !placeholder && !description && !hint,
		);
		expect(paths(bare)).toEqual([]);
	});
});
