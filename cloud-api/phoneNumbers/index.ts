/** Reading phone numbers as people write them. */
export { alternateFormat } from './alternateFormat';
export { findCountry, readPhoneNumber, readShownNumber, type PhoneNumberOptions } from './read';
