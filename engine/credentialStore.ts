import type { ICredentialDataDecryptedObject, INodeCredentialsDetails } from 'n8n-workflow';
import { Credentials } from './n8nCore';

interface StoredCredential {
	id: string;
	name: string;
	type: string;
	/** Encrypted with n8n's cipher, as in n8n's database. */
	data: string;
}

/** n8n's credentials table: what is stored is encrypted and every reader gets a fresh copy. */
export class CredentialStore {
	private readonly rows = new Map<string, StoredCredential>();

	/**
	 * Stores a credential, or replaces the one of the same ID.
	 *
	 * @returns what a node needs to point at it
	 */
	async set(
		type: string,
		data: ICredentialDataDecryptedObject,
		{ id = type, name = type }: { id?: string; name?: string } = {},
	): Promise<{ id: string; name: string }> {
		const credential = new Credentials({ id, name }, type);
		await credential.setData(data);
		this.rows.set(id, { id, name, type, data: credential.getDataToSave().data ?? '' });
		return { id, name };
	}

	/** Deletes a credential, as somebody does in n8n while workflows use it. */
	remove(id: string): void {
		this.rows.delete(id);
	}

	/** The stored data as it is now, with everything a token refresh saved. @throws for an unknown ID */
	async get(id: string): Promise<ICredentialDataDecryptedObject> {
		const row = this.rows.get(id);
		if (!row) throw new Error(`The engine holds no credential with the ID "${id}"`);
		return await this.open(row).getData();
	}

	/** The first credential of a type: what a user would choose in the editor's list. */
	firstOfType(type: string): INodeCredentialsDetails | undefined {
		for (const row of this.rows.values()) {
			if (row.type === type) return { id: row.id, name: row.name };
		}
		return undefined;
	}

	has(id: string | null, type: string): boolean {
		return id !== null && this.rows.get(id)?.type === type;
	}

	/** @throws as n8n does when a node points at a credential that does not exist */
	find(details: INodeCredentialsDetails, type: string): Credentials {
		const row = details.id === null ? undefined : this.rows.get(details.id);
		if (row?.type !== type) {
			throw new Error(`Credential with ID "${details.id}" does not exist for type "${type}".`);
		}
		return this.open(row);
	}

	private open({ id, name, type, data }: StoredCredential): Credentials {
		return new Credentials({ id, name }, type, data);
	}
}
