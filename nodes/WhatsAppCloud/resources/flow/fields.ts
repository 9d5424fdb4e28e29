import type { INodeProperties } from 'n8n-workflow';
import { FLOW_CATEGORIES } from '../../../../cloud-api/flows/manage';

const LABELS: Readonly<Record<(typeof FLOW_CATEGORIES)[number], string>> = {
	APPOINTMENT_BOOKING: 'Appointment Booking',
	CONTACT_US: 'Contact Us',
	CUSTOMER_SUPPORT: 'Customer Support',
	LEAD_GENERATION: 'Lead Generation',
	OTHER: 'Other',
	SIGN_IN: 'Sign In',
	SIGN_UP: 'Sign Up',
	SURVEY: 'Survey',
};

/** Meta's categories of flows. */
export const categories: INodeProperties = {
	displayName: 'Categories',
	name: 'categories',
	type: 'multiOptions',
	options: FLOW_CATEGORIES.map((value) => ({ name: LABELS[value], value })),
	default: ['OTHER'],
	description: 'What the flow is for. Choose at least one.',
};

/** The address at which Meta asks for screens. */
export const endpointUrl: INodeProperties = {
	displayName: 'Endpoint URL',
	name: 'endpointUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/4f2c/whatsapp-flow',
	description: 'URL that answers the screens of the flow',
};
