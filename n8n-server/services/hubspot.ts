import type { FastifyInstance } from 'fastify';

import { requireBearer } from './requireBearer';
import type { PlayedHosts } from './gateway';

/** HubSpot accepts only addresses of domains that can exist. */
const NO_DOMAIN = /\.(invalid|local|localhost|test)$/;

/** HubSpot's association of a note with a contact. */
const NOTE_TO_CONTACT = 202;

export interface PlayedContact {
	vid: number;
	/** Keyed by HubSpot's names: `email`, `firstname`, `phone`, … */
	properties: Record<string, string>;
	notes: string[];
}

interface NoteRequest {
	properties: { hs_timestamp: string; hs_note_body: string };
	associations: Array<{
		to: { id: string | number };
		types: Array<{ associationCategory: string; associationTypeId: number }>;
	}>;
}

/** HubSpot contacts and their notes. */
export class PlayedHubspot {
	readonly serviceKey = 'played-hubspot-key';

	readonly contacts: PlayedContact[] = [];

	readonly hosts: PlayedHosts = { 'api.hubapi.com': (host) => this.routes(host) };

	credential() {
		const data = { appToken: this.serviceKey };
		return { name: 'HubSpot (played)', type: 'hubspotAppToken', data };
	}

	private routes(host: FastifyInstance): void {
		requireBearer(host, this.serviceKey);
		host.get('/account-info/v3/details', () => ({ portalId: 1 }));
		host.post<{
			Params: { email: string };
			Body: { properties: Array<{ property: string; value: string }> };
		}>('/contacts/v1/contact/createOrUpdate/email/:email', async ({ params, body }, reply) => {
			const { email } = params;
			if (NO_DOMAIN.test(email)) {
				const message = `invalid email: ${email}`;
				const eventErrorEntityType = 'INVALID_EMAIL_ADDRESS';
				return await reply.code(400).send({ status: 'error', message, eventErrorEntityType });
			}
			const known = this.contacts.find(({ properties }) => properties.email === email);
			const contact = known ?? { vid: this.contacts.length + 1, properties: { email }, notes: [] };
			if (!known) this.contacts.push(contact);
			for (const { property, value } of body.properties) contact.properties[property] = value;
			return { vid: contact.vid, isNew: !known };
		});
		host.get<{ Params: { vid: string } }>(
			'/contacts/v1/contact/vid/:vid/profile',
			({ params: { vid } }) => {
				const { properties } = this.contact(vid);
				const values = Object.entries(properties).map(([name, value]) => [name, { value }]);
				return { vid: Number(vid), properties: Object.fromEntries(values) as object };
			},
		);
		host.post<{ Body: NoteRequest }>('/crm/v3/objects/notes', async ({ body }, reply) => {
			const { properties, associations } = body;
			const [{ to, types }] = associations;
			const [{ associationCategory, associationTypeId }] = types;
			const typed =
				associationCategory === 'HUBSPOT_DEFINED' && associationTypeId === NOTE_TO_CONTACT;
			if (!typed || Number.isNaN(Date.parse(properties.hs_timestamp))) {
				return await reply.code(400).send({ status: 'error', message: 'Invalid input JSON' });
			}
			this.contact(to.id).notes.push(properties.hs_note_body);
			return await reply.code(201).send({ id: '1', properties });
		});
	}

	private contact(vid: string | number): PlayedContact {
		const contact = this.contacts.find((candidate) => candidate.vid === Number(vid));
		if (!contact) throw new Error(`contact ${vid} does not exist`);
		return contact;
	}
}
