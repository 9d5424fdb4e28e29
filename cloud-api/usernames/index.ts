/** Usernames of business phone numbers, and the contact book. */
export {
	deleteUsername,
	getUsername,
	removeFromContactBook,
	setUsername,
	suggestUsernames,
	type Username,
} from './usernames';
