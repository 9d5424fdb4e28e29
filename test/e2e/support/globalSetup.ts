import { install } from '../../../e2e/install';
import { installDebianPackages } from '../../../e2e/debianPackages';
import { packNodes } from '../../../e2e/packagedNodes';

/** Installs what is missing and packs the package, once for all test files. */
export default async function globalSetup(): Promise<void> {
	await installDebianPackages();
	await install(['old', 'new']);
	await packNodes();
}
