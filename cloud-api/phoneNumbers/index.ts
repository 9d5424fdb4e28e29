/** Reading phone numbers as people write them. */
export { alternateFormat } from './alternateFormat';
export { findCountry, readPhoneNumber, type PhoneNumberOptions } from './read';
