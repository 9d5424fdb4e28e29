import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { WhatsAppCloudTrigger } from '../../../nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node';

/** Conditions on parameters that do not stand on the same level, by the path of the parameter that has them. */
function strayConditions(properties: INodeProperties[], path: string): string[] {
	const names = new Set(properties.map(({ name }) => name));
	return properties.flatMap((property) => {
		const here = `${path}${property.name}`;
		const conditions = Object.values(property.displayOptions ?? {}).flatMap((rule) =>
			Object.keys(rule),
		);
		const stray = conditions.filter((name) => !/^[@/]/.test(name) && !names.has(name));
		return [
			...stray.map((name) => `${here} → ${name}`),
			...childrenOf(property).flatMap((children) => strayConditions(children, `${here}.`)),
		];
	});
}

function childrenOf({ type, options = [] }: INodeProperties): INodeProperties[][] {
	if (type === 'collection') return [options as INodeProperties[]];
	if (type === 'fixedCollection') {
		return (options as INodePropertyCollection[]).map(({ values }) => values);
	}
	return [];
}

describe('displayOptions', () => {
	test.each([new WhatsAppCloud(), new WhatsAppCloudTrigger()])(
		'$description.displayName: name parameters of their own level, or start at the root; n8n 1.x loads no workflow otherwise',
		({ description }) => {
			expect(strayConditions(description.properties, '')).toEqual([]);
		},
	);
});
