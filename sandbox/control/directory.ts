import { addAccount, addApp, addNumber } from '../world/populate';
import { ALL_SCOPES } from '../world/tokens';
import type { World } from '../world/world';
import { ControlError } from './controlError';
import type { Call } from './call';
import type { TokenInput } from './types';
import { stateView } from './views';

/** Control calls that add and change apps, accounts, phone numbers, and tokens. */
export function directoryRoutes(call: Call, world: World): void {
	const { ids } = world;
	const changed = () => {
		world.bus.emit(() => ({ type: 'state' }));
		return stateView(world);
	};
	call(
		'POST',
		'/apps',
		(input: {
			id?: string;
			name?: string;
			secret?: string;
			live?: boolean;
			businessId?: string;
		}) => {
			const id = input.id ?? ids.object(1);
			const known = world.directory.apps.get(id);
			if (known) Object.assign(known, input);
			else addApp(world, { name: `App ${id}`, secret: `secret-of-${id}`, ...input, id });
			changed();
			const { name, secret, live, businessId } = world.directory.apps.get(id) ?? {};
			return { id, name, secret, live, businessId };
		},
	);
	call('POST', '/accounts', (input: { id?: string; name?: string; businessId?: string }) => {
		const id = input.id ?? ids.object(3);
		const { name, businessId } = addAccount(world, { name: `Account ${id}`, ...input, id });
		changed();
		return { id, name, businessId };
	});
	call(
		'POST',
		'/numbers',
		(input: {
			id?: string;
			businessAccountId?: string;
			displayPhoneNumber: string;
			verifiedName?: string;
		}) => {
			if (!input.displayPhoneNumber) throw new ControlError('displayPhoneNumber is required');
			const id = input.id ?? ids.object(4);
			addNumber(world, {
				businessAccountId: world.seed.businessAccountId,
				verifiedName: `Business ${id}`,
				...input,
				id,
			});
			changed();
			return { id };
		},
	);
	call('POST', '/tokens', (input: TokenInput) => {
		const added = world.tokens.add({
			token: input.token ?? `EAASANDBOX${ids.object(9)}`,
			appId: input.appId ?? world.seed.appId,
			userId: '122000000000001',
			type: input.type ?? 'SYSTEM_USER',
			scopes: input.scopes ?? ALL_SCOPES,
			businessAccountIds: input.businessAccountIds ?? null,
			issuedAt: world.clock.now(),
			expiresAt: input.expiresAt ?? 0,
		});
		return { token: added.token };
	});
	call('POST', '/tokens/invalidate', (input: { token: string; subcode?: number }) => {
		const token = world.tokens.find(input.token);
		if (!token) throw new ControlError('There is no such token', 404);
		token.invalidSubcode = input.subcode ?? 467;
	});
}
