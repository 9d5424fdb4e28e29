import type { App, Business, BusinessAccount, Group, PhoneNumber } from '../world/directory';
import type { NodeKind } from './graph';

/** Path of media downloads, as on Meta's host for them. */
export const DOWNLOADS = 'whatsapp_business/attachments';

/** The basic object types; other modules declare their own. */
export const PHONE_NUMBER: NodeKind<PhoneNumber> = { graphType: 'WhatsAppBusinessPhoneNumber' };
export const BUSINESS_ACCOUNT: NodeKind<BusinessAccount> = {
	graphType: 'WhatsAppBusinessAccount',
};
export const APP: NodeKind<App> = { graphType: 'Application' };
export const BUSINESS: NodeKind<Business> = { graphType: 'Business' };
export const GROUP: NodeKind<Group> = { graphType: 'WhatsAppGroup' };
