import type { FastifyInstance } from 'fastify';

import { askForBearer } from './bearer';
import type { PlayedHosts } from './gateway';

interface ChatRequest {
	model: string;
	/** Answer piece by piece, as server-sent events. */
	stream?: boolean;
	messages: Array<{ role: string; content: string | Array<{ text?: string }> }>;
}

/**
 * A chat model that says what it was asked, in Markdown, and how many earlier questions of the
 * conversation it was shown.
 */
export class PlayedOpenAi {
	readonly apiKey = 'played-openai-key';

	readonly hosts: PlayedHosts = { 'api.openai.com': (host) => this.routes(host) };

	credential() {
		const data = { apiKey: this.apiKey, url: 'https://api.openai.com/v1', header: false };
		return { name: 'OpenAI (played)', type: 'openAiApi', data };
	}

	private routes(host: FastifyInstance): void {
		askForBearer(host, this.apiKey);
		host.get('/v1/models', () => ({ data: [{ id: 'gpt-4.1-mini', object: 'model' }] }));
		host.post<{ Body: ChatRequest }>('/v1/chat/completions', async ({ body }, reply) => {
			const { model, messages, stream } = body;
			const questions = messages.filter(({ role }) => role === 'user').map(textOf);
			const content = `You asked: **${questions.at(-1)}**\n\nQuestions before: ${questions.length - 1}`;
			const created = Math.floor(Date.now() / 1_000);
			const answer = { id: `chatcmpl-${created}`, created, model };
			const message = { role: 'assistant', content, refusal: null };
			if (!stream) {
				const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
				const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
				return { ...answer, object: 'chat.completion', choices, usage };
			}
			const chunk = (delta: object, finish_reason: string | null) => {
				const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
				return `data: ${JSON.stringify({ ...answer, object: 'chat.completion.chunk', choices })}\n\n`;
			};
			const events = [chunk(message, null), chunk({}, 'stop'), 'data: [DONE]\n\n'];
			return await reply.type('text/event-stream').send(events.join(''));
		});
	}
}

function textOf({ content }: ChatRequest['messages'][number]): string {
	return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('');
}
