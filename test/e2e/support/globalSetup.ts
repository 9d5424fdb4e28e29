import { install } from '../../../n8n-server/install';
import { installDebianPackages } from '../../../n8n-server/debianPackages';
import { packNodes } from '../../../n8n-server/packagedNodes';

/** Installs what is missing and packs the package, once for all test files. */
export default async function globalSetup(): Promise<void> {
	await installDebianPackages();
	await install(['old', 'new']);
	await packNodes();
}
