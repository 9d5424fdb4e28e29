import type { IExecuteFunctions } from 'n8n-workflow';
import { readText } from '../../../cloud-api/values/text';
import { requireFromCredential, type Credential } from '../../shared/credential';
import { Values } from '../../shared/values';

/** The parameters of one item; each is evaluated once, because that is what costs most per item. */
export class Parameters extends Values {
	protected readonly timezone: string;
	private readonly known = new Map<string, unknown>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
		private readonly credential: Credential,
	) {
		super();
		this.timezone = context.getTimezone();
	}

	raw(name: string): unknown {
		if (!this.known.has(name)) {
			this.known.set(
				name,
				this.context.getNodeParameter(name, this.itemIndex, null, {}) ?? undefined,
			);
		}
		return this.known.get(name);
	}

	pathOf(name: string): string {
		return name;
	}

	names(): string[] {
		return Object.keys(this.context.getNode().parameters);
	}

	/**
	 * The value of a resource locator, whichever mode it is in; empty when unset.
	 *
	 * @throws InvalidInputError when an expression returns no text
	 */
	locator(name: string): string {
		const value = this.context.getNodeParameter(name, this.itemIndex, '', { extractValue: true });
		return this.accept(readText(value), name).trim();
	}

	/**
	 * The phone number ID of the sender: the node's, else the credential's default.
	 *
	 * @throws InvalidInputError when neither is set
	 */
	sender(): string {
		return (
			this.locator('sender') ||
			requireFromCredential(this.credential, 'phoneNumberId', 'as the sender')
		);
	}

	/**
	 * The ID of the WhatsApp Business Account: the node's, else the credential's.
	 *
	 * @throws InvalidInputError when neither is set
	 */
	account(): string {
		return (
			this.locator('account') ||
			requireFromCredential(this.credential, 'businessAccountId', 'for this operation')
		);
	}
}
