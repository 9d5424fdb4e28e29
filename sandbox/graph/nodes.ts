import type { App, Business, BusinessAccount, Group, PhoneNumber } from '../world/directory';
import type { NodeType } from './graph';

/** Path of media downloads, as on Meta's host for them. */
export const DOWNLOADS = 'whatsapp_business/attachments';

/** The basic object types; other modules declare their own. */
export const PHONE_NUMBER: NodeType<PhoneNumber> = { graphType: 'WhatsAppBusinessPhoneNumber' };
export const BUSINESS_ACCOUNT: NodeType<BusinessAccount> = {
	graphType: 'WhatsAppBusinessAccount',
};
export const APP: NodeType<App> = { graphType: 'Application' };
export const BUSINESS: NodeType<Business> = { graphType: 'Business' };
export const GROUP: NodeType<Group> = { graphType: 'WhatsAppGroup' };
