import type {
	IBinaryKeyData,
	IDataObject,
	INodeParameters,
	ResourceMapperFields,
} from 'n8n-workflow';
import { schemaDifferences } from '../../support/outputSchema';
import type { Stage } from '../../support/withSandbox';

const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
const MP4 = Buffer.concat([
	Buffer.from([0, 0, 0, 24]),
	Buffer.from('ftypmp42', 'latin1'),
	Buffer.alloc(64),
]);
const PDF = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF', 'latin1');

/** One file of each kind a template can show, as an earlier node would hand them on. */
export const FILES: IBinaryKeyData = {
	picture: { data: PNG.toString('base64'), mimeType: 'image/png', fileName: 'picture.png' },
	film: { data: MP4.toString('base64'), mimeType: 'video/mp4', fileName: 'film.mp4' },
	paper: { data: PDF.toString('base64'), mimeType: 'application/pdf', fileName: 'Invoice 42.pdf' },
};

/** Returns a function that adds an approved utility template in `en_US`. */
export const templatesOf =
	(stage: Stage) =>
	async (name: string, components: object[], more: object = {}) =>
		await stage.control.addTemplate({
			name,
			language: 'en_US',
			category: 'UTILITY',
			components: components as never,
			...more,
		});

export const RECIPIENT = '+1 555 010 0201';

/** Runs one operation of the action node on one item that carries {@link FILES}. */
export async function run(
	{ engine }: Stage,
	resource: string,
	operation: string,
	parameters: INodeParameters,
	json: IDataObject = {},
) {
	return await engine.runNode('whatsAppCloud', { resource, operation, ...parameters }, [
		{ json, binary: FILES },
	]);
}

/** Its output, which fits the operation's output schema; fails the test with the node's own words when it did not work. */
export async function output(
	stage: Stage,
	resource: string,
	operation: string,
	parameters: INodeParameters,
): Promise<IDataObject[]> {
	const result = await run(stage, resource, operation, parameters);
	if (result.error) throw new Error(`${result.error.message}\n${result.error.description ?? ''}`);
	const items = result.json();
	expect(items.flatMap((item) => schemaDifferences(resource, operation, item))).toEqual([]);
	return items;
}

/** The form a person sees after picking a template. */
export async function fieldsOf(
	{ engine }: Stage,
	name: string,
	language = 'en_US',
): Promise<ResourceMapperFields> {
	return await engine.dynamic.resourceMapping('whatsAppCloud', 'getTemplateParameters', {
		parameters: {
			resource: 'message',
			operation: 'sendTemplate',
			template: locator(`${name}|${language}`),
		} as unknown as INodeParameters,
	});
}

export function locator(value: string, mode = 'list'): IDataObject {
	return { __rl: true, mode, value };
}

/** The parameters of Send Template with its generated fields filled in. */
export async function filledIn(
	stage: Stage,
	name: string,
	value: IDataObject,
	language = 'en_US',
): Promise<INodeParameters> {
	const { fields } = await fieldsOf(stage, name, language);
	return {
		recipient: RECIPIENT,
		template: locator(`${name}|${language}`),
		templateParameters: {
			mappingMode: 'defineBelow',
			value,
			matchingColumns: [],
			schema: fields,
		},
	} as unknown as INodeParameters;
}

/** Submits by the form, lets the sandbox review, and expects approval. */
export async function approved(
	stage: Stage,
	name: string,
	form: INodeParameters,
): Promise<IDataObject> {
	const [submitted] = await output(stage, 'template', 'submit', {
		name,
		language: 'en_US',
		...form,
	});
	await stage.control.advance(10_000);
	const [record] = await output(stage, 'template', 'get', {
		template: locator(String(submitted.templateId), 'id'),
	} as INodeParameters);
	expect(record).toMatchObject({ name, status: 'APPROVED', sendable: true });
	return record;
}
