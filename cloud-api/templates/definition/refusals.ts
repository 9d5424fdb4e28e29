import { InvalidInputError } from '../../errors/cloudApiError';

/** One thing Meta would refuse. */
export interface Refusal {
	/** Where: a path in the definition, e.g. `body`, `buttons[2].url`, `cards[0].header`. */
	field: string;
	/** What is wrong, one sentence without a period. */
	message: string;
	/** How to put it right. */
	fix: string;
}

/** Collects refusals, so that a person hears all of them at once. */
export class Refusals {
	readonly list: Refusal[] = [];

	add(field: string, message: string, fix: string): void {
		this.list.push({ field, message, fix });
	}

	/** Adds a refusal when the condition holds. */
	when(condition: boolean, field: string, message: string, fix: string): void {
		if (condition) this.add(field, message, fix);
	}

	/**
	 * One InvalidInputError with all that was collected; undefined when nothing was. Several refusals
	 * concern the field `template` as a whole.
	 */
	toError(subject: string): InvalidInputError | undefined {
		const [first, ...others] = this.list;
		if (!first) return undefined;
		if (others.length === 0) return new InvalidInputError(first.field, first.message, first.fix);
		return new InvalidInputError(
			'template',
			`${subject} for ${this.list.length} reasons: ${this.list.map(({ message }, index) => `(${index + 1}) ${message}`).join('; ')}`,
			this.list.map(({ fix }, index) => `(${index + 1}) ${fix}`).join('\n'),
		);
	}

	/** Throws {@link toError} when something was collected. */
	throwAny(subject: string): void {
		const error = this.toError(subject);
		if (error) throw error;
	}
}
