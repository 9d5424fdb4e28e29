import { readAnswer } from '../../../../../nodes/WhatsAppCloudTrigger/delivery/answers/handOver';

/** What n8n 1.123 and 2.40 and the waiting node answer, and what other programs do. */
it.each<[string, number, unknown, unknown]>([
	['the waiting node', 200, { waitingNode: 'resumed' }, { state: 'taken', waitingNode: 'resumed' }],
	[
		'the waiting node, as text',
		200,
		'{"waitingNode":"otherPerson"}',
		{ state: 'taken', waitingNode: 'otherPerson' },
	],
	['an answered question', 200, '<html><title>No action required</title>', { state: 'late' }],
	['a page of a proxy', 200, '<html>Welcome</html>', undefined],
	[
		'an execution that runs',
		409,
		{ code: 409, message: 'The execution "7" is running already.' },
		'running',
	],
	[
		'an execution that failed',
		409,
		{ code: 409, message: 'The execution "7" has finished with error.' },
		{ state: 'late' },
	],
	[
		'a deleted execution',
		404,
		{ code: 404, message: 'The execution "7" does not exist.' },
		{ state: 'late' },
	],
	['a 404 of a proxy', 404, '<h1>404</h1>', undefined],
	['the signature of another n8n', 401, { error: 'Invalid token' }, { state: 'elsewhere' }],
	[
		'n8n 2.40 with a wrong signature',
		401,
		'<html><h1>Invalid Form Link</h1></html>',
		{ state: 'elsewhere' },
	],
	['a proxy that asks for a password', 401, 'Authorization Required', undefined],
	['n8n without its database', 500, { message: 'Database locked' }, undefined],
	['a gateway', 502, '<h1>502</h1>', undefined],
])('%s', (_, statusCode, body, expected) => {
	expect(readAnswer({ statusCode, body: body as never })).toEqual(expected);
});
