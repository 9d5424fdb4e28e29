import type { IDataObject, IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { requireFromCredential, type Credential } from '../../shared/credential';

/** Typed reads of the parameters of one item; each is evaluated once, which is what costs most per item. */
export class Parameters {
	private readonly known = new Map<string, ReturnType<Parameters['raw']>>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
		private readonly credential: Credential,
	) {}

	/** As n8n resolves it; `undefined` where the parameter is hidden. */
	raw(name: string): NodeParameterValueType | object | undefined {
		if (!this.known.has(name)) {
			this.known.set(
				name,
				this.context.getNodeParameter(name, this.itemIndex, null, {}) ?? undefined,
			);
		}
		return this.known.get(name);
	}

	/** Text as given; numbers and booleans that an expression yields become text; empty when unset. */
	text(name: string): string {
		const value = this.raw(name);
		if (value === undefined || value === null) return '';
		if (typeof value === 'object') {
			throw new InvalidInputError(
				name,
				Array.isArray(value)
					? 'A list was given where text is expected'
					: 'An object was given where text is expected',
				'Let the expression pick one text, e.g. {{ $json.text }} instead of {{ $json }}.',
			);
		}
		return String(value);
	}

	/** `undefined` when nothing was entered. */
	number(name: string): number | undefined {
		const value = this.raw(name);
		if (value === undefined || value === null || value === '') return undefined;
		const number = Number(value);
		if (Number.isFinite(number)) return number;
		throw new InvalidInputError(
			name,
			`"${String(value).slice(0, 60)}" is not a number`,
			'Enter a number, or let the expression yield one.',
		);
	}

	flag(name: string): boolean {
		const value = this.raw(name);
		return value === true || value === 'true';
	}

	/** A collection or the inner object of a fixed collection; empty when unset. */
	group(name: string): IDataObject {
		const value = this.raw(name);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as IDataObject)
			: {};
	}

	/** The rows of a fixed collection with several values, e.g. `rows('buttons.button')`. */
	rows(name: string): IDataObject[] {
		const value = this.raw(name);
		return Array.isArray(value) ? (value as IDataObject[]) : [];
	}

	/**
	 * JSON typed as text or yielded by an expression.
	 *
	 * @throws InvalidInputError when the text is no JSON
	 */
	json(name: string): unknown {
		const value = this.raw(name);
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		try {
			return JSON.parse(value);
		} catch (error) {
			return notJson(name, error);
		}
	}

	/** The value of a resource locator, whichever mode it is in; empty when unset. */
	locator(name: string): string {
		const value = this.context.getNodeParameter(name, this.itemIndex, '', { extractValue: true });
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	}

	/**
	 * The phone number ID that sends: the node's own, else the credential's default.
	 *
	 * @throws InvalidInputError when neither is given
	 */
	sender(): string {
		return (
			this.locator('sender') ||
			requireFromCredential(this.credential, 'phoneNumberId', 'as the sender')
		);
	}

	/**
	 * The WhatsApp Business Account: the node's own, else the credential's.
	 *
	 * @throws InvalidInputError when neither is given
	 */
	account(): string {
		return (
			this.locator('account') ||
			requireFromCredential(this.credential, 'businessAccountId', 'for this operation')
		);
	}
}

function notJson(name: string, error: unknown): never {
	throw new InvalidInputError(
		name,
		`The text is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
		'Check quotes, commas and brackets. In an expression, yield an object or use JSON.stringify(…).',
	);
}
