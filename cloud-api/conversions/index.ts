/** Conversions of ads that open WhatsApp: datasets and events. */
export { getOrCreateDataset } from './dataset';
export { ATTRIBUTION_DAYS, eventBody, type ConversionEvent } from './event';
export { EVENT_NAMES } from './eventNames';
export { MAX_EVENTS, sendEvents, type EventsReceived, type SendEventsOptions } from './sendEvents';
