import type { IDataObject } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { filledIn, output } from './support';

const stage = withSandbox();

const mpm = {
	'button.0.mpm.thumbnail': 'sku1',
	'button.0.mpm.sections': '[{"title": "Bread", "products": ["sku1", "sku2"]}]',
};

it.each<[string, string, IDataObject]>([
	['CATALOG', 'View catalog', { 'button.0.catalog': 'sku1' }],
	['MPM', 'View items', mpm],
	['COPY_CODE', 'Copy offer code', { 'button.0.coupon': '10OFF' }],
	['REQUEST_CONTACT_INFO', 'Share contact info', {}],
	['VOICE_CALL', '', {}],
])('a %s button without text reads "%s" on the phone', async (type, label, values) => {
	await stage.control.addTemplate({
		name: 'without_text',
		category: 'MARKETING',
		components: [
			{ type: 'BODY', text: 'Have a look' },
			{ type: 'BUTTONS', buttons: [{ type }] },
		],
	});
	await output(stage, 'message', 'sendTemplate', await filledIn(stage, 'without_text', values));
	const [sent] = await stage.control.messages({ direction: 'outgoing' });
	expect(sent.template?.buttons).toMatchObject([{ type, text: label }]);
});
