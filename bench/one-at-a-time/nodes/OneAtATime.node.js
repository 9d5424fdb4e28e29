/** Sends a text for each item as most nodes do: n8n's helper in a plain loop. */
class OneAtATime {
	description = {
		displayName: 'One At A Time',
		name: 'oneAtATime',
		group: ['output'],
		version: 1,
		description: 'Sends one message after the other',
		defaults: { name: 'One At A Time' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'oneAtATimeApi', required: true }],
		properties: [
			{ displayName: 'Recipient', name: 'recipient', type: 'string', default: '' },
			{ displayName: 'Text', name: 'text', type: 'string', default: '' },
		],
	};

	async execute() {
		const { url } = await this.getCredentials('oneAtATimeApi');
		const items = [];
		for (let index = 0; index < this.getInputData().length; index++) {
			const json = await this.helpers.httpRequestWithAuthentication.call(this, 'oneAtATimeApi', {
				method: 'POST',
				url,
				json: true,
				body: {
					messaging_product: 'whatsapp',
					to: this.getNodeParameter('recipient', index),
					type: 'text',
					text: { body: this.getNodeParameter('text', index) },
				},
			});
			items.push({ json, pairedItem: { item: index } });
		}
		return [items];
	}
}
module.exports = { OneAtATime };
