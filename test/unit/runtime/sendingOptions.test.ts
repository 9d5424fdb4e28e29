import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { labelOf } from '../../../nodes/WhatsAppCloud/runtime/labels';
import {
	readSendingOptions,
	sendingOptions,
} from '../../../nodes/WhatsAppCloud/runtime/sendingOptions';

const read = (given: IDataObject) =>
	readSendingOptions({ getNodeParameter: () => given } as unknown as IExecuteFunctions, true);

function refusalOf(given: IDataObject): InvalidInputError {
	try {
		read(given);
	} catch (error) {
		if (error instanceof InvalidInputError) return error;
	}
	throw new Error('was not refused');
}

describe('Messages per Second', () => {
	it.each([1, 80, 1000, '1000'])('may be %p', (messagesPerSecond) => {
		expect(read({ messagesPerSecond }).perSecond).toBe(Number(messagesPerSecond));
	});

	it.each([1001, 100_000, 1e9, Infinity, 0, -1, 'fast'])('is refused as %p', (given) => {
		const refusal = refusalOf({ messagesPerSecond: given });
		expect(refusal.field).toBe('sendingOptions.messagesPerSecond');
		expect(labelOf([sendingOptions], refusal.field)).toBe('Sending Options → Messages per Second');
		expect(refusal.message).toBe(`"${given}" is not a number between 1 and 1000`);
		expect(refusal.description).toContain('e.g. 80');
	});

	it('has the same bounds in the form', () => {
		const field = sendingOptions.options?.find(({ name }) => name === 'messagesPerSecond');
		expect(field).toMatchObject({ typeOptions: { minValue: 1, maxValue: 1000 } });
	});
});

describe('Longest Wait', () => {
	it('has no upper bound', () => {
		expect(read({ longestWait: 86_400 }).longestWaitMs).toBe(86_400_000);
	});
});
