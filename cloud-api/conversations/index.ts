/** Conversation Routing: pass, release, and take control of a conversation. */
export { controlThread, type Role, type ThreadControl } from './threadControl';
