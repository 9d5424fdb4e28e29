/**
 * Types of the control API (`/_sandbox/…`), which tests and the phone page use to talk to the
 * sandbox. Times are milliseconds since 1970 on the sandbox's own clock unless a name says otherwise.
 * `customer` is a WhatsApp ID, BSUID, or username; the default of `phoneNumberId` is the seed's number.
 */
export type * from './account';
export type * from './behavior';
export type * from './call';
export type * from './conversion';
export type * from './customer';
export type * from './event';
export type * from './fault';
export type * from './flow';
export type * from './incoming';
export type * from './json';
export type * from './login';
export type * from './message';
export type * from './payment';
export type * from './state';
export type * from './template';
export type * from './thread';
export type * from './traffic';
