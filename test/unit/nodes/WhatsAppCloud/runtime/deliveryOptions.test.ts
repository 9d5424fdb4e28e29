import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../../../cloud-api/errors/cloudApiError';
import { labelOf } from '../../../../../nodes/WhatsAppCloud/runtime/labels';
import {
	readDeliveryOptions,
	deliveryOptions,
} from '../../../../../nodes/WhatsAppCloud/runtime/deliveryOptions';

const read = (input: IDataObject) =>
	readDeliveryOptions(
		{ getNodeParameter: () => input, getTimezone: () => 'UTC' } as unknown as IExecuteFunctions,
		true,
	);

function errorOf(input: IDataObject): InvalidInputError {
	try {
		read(input);
	} catch (error) {
		if (error instanceof InvalidInputError) return error;
	}
	throw new Error('no error');
}

describe('Messages per Second', () => {
	it.each([1, 80, 1000, '1000'])('may be %p', (messagesPerSecond) => {
		expect(read({ messagesPerSecond }).perSecond).toBe(Number(messagesPerSecond));
	});

	it.each([1001, 100_000, 1e9, 0, -1])('is invalid as %p', (input) => {
		const error = errorOf({ messagesPerSecond: input });
		expect(error.field).toBe('deliveryOptions.messagesPerSecond');
		expect(labelOf([deliveryOptions], error.field)).toBe('Delivery Options → Messages per Second');
		expect(error.message).toBe(`"${input}" is not a number between 1 and 1000`);
		expect(error.description).toContain('e.g. 80');
	});

	it.each(['fast', Infinity, true, [80], '0x10', '1,000'])('is no number as %p', (input) => {
		expect(errorOf({ messagesPerSecond: input }).field).toBe('deliveryOptions.messagesPerSecond');
	});

	it('has the same bounds in the form', () => {
		const field = deliveryOptions.options?.find(({ name }) => name === 'messagesPerSecond');
		expect(field).toMatchObject({ typeOptions: { minValue: 1, maxValue: 1000 } });
	});
});

describe('On Unknown Outcome', () => {
	it.each([
		[{}, false],
		[{ onUnknownOutcome: 'fail' }, false],
		[{ onUnknownOutcome: 'retry' }, true],
	])('%j', (input, expected) => {
		expect(read(input).retryUnknown).toBe(expected);
	});

	it.each(['repeat', true, 'Retry', ['retry']])('is invalid as %p', (onUnknownOutcome) => {
		expect(errorOf({ onUnknownOutcome }).field).toBe('deliveryOptions.onUnknownOutcome');
	});
});

describe('Keep Connections Open', () => {
	it.each([
		[true, true],
		['true', true],
		['false', false],
		[false, false],
	])('reads %p as %p', (keepConnections, expected) => {
		expect(read({ keepConnections }).keepConnections).toBe(expected);
	});

	it('is invalid as "yes please"', () => {
		expect(errorOf({ keepConnections: 'yes please' }).field).toBe(
			'deliveryOptions.keepConnections',
		);
	});
});

describe('Max Retry Time', () => {
	it('has no upper bound', () => {
		expect(read({ maxRetryTime: 86_400 }).maxRetryMs).toBe(86_400_000);
	});
});
