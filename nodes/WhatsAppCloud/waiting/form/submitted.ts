import type { IBinaryKeyData, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { FlowForm } from '../../../../cloud-api/flows/form/form';
import { namedFields } from '../../../../cloud-api/flows/form/names';
import { safeFileName } from '../../../../cloud-api/media/safeFileName';
import { isRecord } from '../../../../cloud-api/values/reading';
import { missingFields } from './page';

interface UploadedFile {
	filepath: string;
	originalFilename?: string | null;
	mimetype?: string | null;
	size: number;
}

/** What was entered on the page of a form, by the names of its fields, as a flow answers. */
export interface Submitted {
	response: Record<string, unknown>;
	binary: IBinaryKeyData;
	/** Labels of required fields without a value; then no file was stored. */
	missing: string[];
}

/** Reads a sent form. Values of fields that the form does not have are left out. */
export async function readSubmitted(
	context: IWebhookFunctions,
	form: FlowForm,
): Promise<Submitted> {
	const body = context.getBodyData() as IDataObject & { files?: unknown };
	const values = isRecord(body.data) && isRecord(body.files) ? body.data : body;
	const files = isRecord(body.files) ? body.files : {};
	const response: Record<string, unknown> = {};
	for (const { field, name } of namedFields(form)) {
		if (name === '') continue;
		const value = values[name];
		if (field.type === 'photo' || field.type === 'file') response[name] = uploads(files[name]);
		else if (field.type === 'checkbox')
			response[name] = value === undefined ? [] : [value].flat().map(String);
		else if (value !== undefined) response[name] = String([value].flat()[0]);
	}
	const missing = missingFields(form, response);
	if (missing.length > 0) return { response, binary: {}, missing };
	return { response, binary: await storeFiles(context, form, response), missing };
}

function uploads(value: unknown): UploadedFile[] {
	return [value]
		.flat()
		.filter((file): file is UploadedFile => isRecord(file) && Number(file.size) > 0);
}

/** Stores the files as binary data and replaces each by what the output says of it. */
async function storeFiles(
	context: IWebhookFunctions,
	form: FlowForm,
	response: Record<string, unknown>,
): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	for (const { field, name } of namedFields(form)) {
		if (field.type !== 'photo' && field.type !== 'file') continue;
		const stored: IDataObject[] = [];
		for (const { filepath, originalFilename, mimetype } of response[name] as UploadedFile[]) {
			const count = Object.keys(binary).length;
			const binaryField = count === 0 ? 'data' : `data_${count}`;
			const fileName = safeFileName(originalFilename ?? undefined) ?? 'file';
			binary[binaryField] = await context.nodeHelpers.copyBinaryFile(
				filepath,
				fileName,
				mimetype ?? undefined,
			);
			stored.push({ fileName, ...(mimetype && { mimeType: mimetype }), binaryField });
		}
		response[name] = stored;
	}
	return binary;
}
