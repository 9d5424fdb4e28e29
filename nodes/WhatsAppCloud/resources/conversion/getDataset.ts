import { getOrCreateDataset } from '../../../../cloud-api/conversions/dataset';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

export const getDataset: Operation = {
	name: 'Get or Create Dataset',
	value: 'getDataset',
	action: 'Get or create the dataset of an account',
	description:
		'Get the dataset that receives the conversions of a WhatsApp Business Account. Meta creates it if there is none.',
	fields: [account],
	async run({ graph, param }) {
		const businessAccountId = param.account();
		return { businessAccountId, datasetId: await getOrCreateDataset(graph, businessAccountId) };
	},
};
