import type { CodeTable } from '../types';

/** Groups: their participants, pictures and limits. */
export const groups: CodeTable = {
	131020: {
		title: 'The group has no other member',
		fix: 'Nobody would receive the message. Share the invite link and wait until somebody joins.',
		actor: 'workflow builder',
		retry: 'later',
	},
	131041: {
		title: 'The group does not exist, or this number is not in it',
		fix: 'Check the group ID and that the sender is the number that created the group.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131201: {
		title: 'The request worked for some of the participants only',
		fix: 'See the answer for each participant, and repeat it for those that are missing.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131202: {
		title: 'The same participant is listed twice',
		fix: 'Name each participant once.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131204: {
		title: 'The group would have too many participants',
		fix: 'A group takes up to 8 participants.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131207: {
		title: 'Meta has suspended the group for breaking its policies',
		fix: 'The group cannot be used any more. See Business Support Home in Meta Business Suite.',
		actor: 'account admin',
		retry: 'never',
	},
	131208: {
		title: 'Too many group operations were made with this number in a short time',
		fix: 'Wait a while and make fewer of them.',
		actor: 'nobody',
		retry: 'throttled',
	},
	131209: {
		title: 'The picture of the group is not square',
		fix: 'Cut it to equal width and height, at least 192 pixels.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131210: {
		title: 'The picture of the group is too small',
		fix: 'Use one of at least 192 × 192 pixels.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131211: {
		title: 'This number has as many groups as Meta allows',
		fix: 'A number takes up to 10,000 groups. Delete those that are no longer used.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131212: {
		title: 'This person is not in the group',
		fix: 'Read the participants of the group again; the person may have left.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131213: {
		title: 'This request to join does not exist any more',
		fix: 'Read the requests to join again; it was answered or withdrawn.',
		actor: 'workflow builder',
		retry: 'never',
	},
	131214: {
		title: 'Meta has turned off new groups for this account for the moment',
		fix: 'Too much marketing was sent in open conversations in the past 7 days. Existing groups still work; try again in some days.',
		actor: 'account admin',
		retry: 'later',
	},
	131215: {
		title: 'This number may not use groups',
		fix: 'Groups need an Official Business Account. Its state is shown in WhatsApp Manager > Account tools > Phone numbers.',
		actor: 'account admin',
		retry: 'never',
	},
};
