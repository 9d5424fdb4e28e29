import { rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import type { Parameter, Sent } from './sent';

/**
 * Gives parameters of the type `group_id` their text: the invite link of the group, in a URL button
 * the end of the link (Meta's page "Group management"). Throws 131041 for an unknown group.
 */
export function withInviteLinks(world: World, number: PhoneNumber, sent: Sent[]): Sent[] {
	return sent.map((component) => ({
		...component,
		...(component.parameters && {
			parameters: component.parameters.map((parameter) =>
				withLink(world, number, parameter, component.type === 'button'),
			),
		}),
	}));
}

function withLink(
	world: World,
	number: PhoneNumber,
	parameter: Parameter,
	inButton: boolean,
): Parameter {
	if (parameter.type.toLowerCase() !== 'group_id') return parameter;
	const group = world.directory.groups.get(String(parameter.group_id));
	if (group?.phoneNumberId !== number.id) {
		throw rejection(131041, 'The group of the parameter group_id does not exist.');
	}
	const link = group.inviteLink;
	return { ...parameter, text: inButton ? link.slice(link.lastIndexOf('/') + 1) : link };
}
