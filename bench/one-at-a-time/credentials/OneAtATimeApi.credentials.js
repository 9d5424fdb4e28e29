class OneAtATimeApi {
	name = 'oneAtATimeApi';
	displayName = 'One At A Time API';
	properties = [
		{ displayName: 'URL', name: 'url', type: 'string', default: '' },
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	];
	authenticate = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.value}}' } },
	};
}
module.exports = { OneAtATimeApi };
