import type { World } from '../world/world';
import type { Dialog, DialogProblem } from './dialog';
import { escaped, page } from './html';
import { loginSettings } from './settings';

/** What a permission lets the app do, in the words of the dialog. */
const DESCRIPTIONS: Record<string, string> = {
	whatsapp_business_management: 'Manage your WhatsApp accounts',
	whatsapp_business_messaging: 'Manage and send messages on your WhatsApp accounts',
	whatsapp_business_manage_events: 'Send events about activity on your WhatsApp accounts',
	business_management: 'Manage your business',
	email: 'Access your email address',
	catalog_management: 'Manage your product catalogs',
};

/** The consent page: which accounts, and in classic login which permissions. */
export function consentPage(world: World, dialog: Dialog, action: string, error?: string): string {
	const { app, configuration } = dialog;
	const business = world.directory.businesses.get(app.businessId)?.name ?? app.businessId;
	return page(
		`Log in to ${app.name}`,
		`<form method="post" action="${escaped(action)}">
<h1>${escaped(app.name)} is requesting access to your WhatsApp accounts</h1>
<p class="muted">You are logged in as Sandbox Admin of ${escaped(business)}.${
			configuration ? ` Configuration: ${escaped(configuration.name)}.` : ''
		}</p>
${error ? `<p class="error" role="alert">${escaped(error)}</p>` : ''}
${accountChoice(world, dialog)}
${configuration ? permissionList(dialog) : permissionChoice(world, dialog)}
<div class="actions"><button name="answer" value="cancel">Cancel</button><button class="primary" name="answer" value="continue">Continue</button></div>
</form>`,
	);
}

function accountChoice(world: World, { app }: Dialog): string {
	const accounts = [...world.directory.accounts.values()].filter(
		({ businessId }) => businessId === app.businessId,
	);
	const only = accounts.length === 1;
	const rows = accounts.map(({ id, name }) => {
		const numbers = world.directory.numbersOf(id).map((number) => number.displayPhoneNumber);
		return option(
			`type="checkbox" name="account" value="${escaped(id)}"${only ? ' checked' : ''}`,
			name,
			`${id} · ${numbers.length > 0 ? numbers.join(', ') : 'no phone number'}`,
		);
	});
	return `<fieldset><legend>Choose the WhatsApp accounts</legend>
${rows.join('\n')}
${option('type="checkbox" name="all" value="true"', 'All current and future WhatsApp accounts', 'Every account of the business portfolio, also those added later')}
</fieldset>`;
}

function permissionList({ permissions }: Dialog): string {
	return `<h2>What the app can do</h2><ul>${permissions.map((name) => `<li>${label(name)}</li>`).join('')}</ul>
<p class="muted">The configuration needs all of these permissions.</p>`;
}

function permissionChoice(world: World, { app, permissions }: Dialog): string {
	const { declined } = loginSettings(world, app.id);
	const rows = permissions
		.filter((name) => name !== 'public_profile')
		.map((name) =>
			option(
				`type="checkbox" name="permission" value="${escaped(name)}"${declined.has(name) ? '' : ' checked'}`,
				DESCRIPTIONS[name] ?? name,
				name,
			),
		);
	return rows.length > 0
		? `<fieldset><legend>What the app can do</legend>${rows.join('\n')}</fieldset>`
		: '<p class="muted">The app asks for your public profile only.</p>';
}

function label(name: string): string {
	return `${escaped(DESCRIPTIONS[name] ?? name)} <span class="muted">${escaped(name)}</span>`;
}

function option(attributes: string, title: string, text: string): string {
	return `<label><input ${attributes}><span><b>${escaped(title)}</b><span>${escaped(text)}</span></span></label>`;
}

/** Meta's error page. For an unlisted redirect URI, it offers what the App Dashboard does. */
export function problemPage(problem: DialogProblem, back: string): string {
	const { title, text, missingUri } = problem;
	const note = missingUri
		? `<form class="note" method="post" action="/_sandbox/login/dialog-uri">
<p class="muted">At Meta, you add the address under <b>Facebook Login for Business → Settings → Valid OAuth Redirect URIs</b>. In the sandbox, one click adds it:</p>
<p class="box"><code>${escaped(missingUri.uri)}</code></p>
<input type="hidden" name="appId" value="${escaped(missingUri.appId)}"><input type="hidden" name="uri" value="${escaped(missingUri.uri)}"><input type="hidden" name="back" value="${escaped(back)}">
<div class="actions"><button class="primary">Add to Valid OAuth Redirect URIs</button></div>
</form>`
		: '';
	return page(title, `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>${note}`);
}
