import type { FastifyInstance } from 'fastify';

import { requireBearer } from './requireBearer';
import type { PlayedHosts } from './gateway';

interface ChatRequest {
	model: string;
	/** Whether to stream the answer as server-sent events. */
	stream?: boolean;
	messages: Array<{ role: string; content: string | Array<{ text?: string }> | null }>;
	/** The tools that the model can call. */
	tools?: Array<{
		function: { name: string; parameters?: { properties?: Record<string, unknown> } };
	}>;
}

/**
 * A chat model that repeats the question in Markdown and reports how many earlier questions of the
 * conversation it received. If it has a tool, it first calls the tool once per question, with the
 * question as the value of every parameter, and then repeats the tool's result.
 */
export class PlayedOpenAi {
	readonly apiKey = 'played-openai-key';

	readonly hosts: PlayedHosts = { 'api.openai.com': (host) => this.routes(host) };

	credential() {
		const data = { apiKey: this.apiKey, url: 'https://api.openai.com/v1', header: false };
		return { name: 'OpenAI (played)', type: 'openAiApi', data };
	}

	private routes(host: FastifyInstance): void {
		requireBearer(host, this.apiKey);
		host.get('/v1/models', () => ({ data: [{ id: 'gpt-4.1-mini', object: 'model' }] }));
		host.post<{ Body: ChatRequest }>('/v1/chat/completions', async ({ body }, reply) => {
			const created = Math.floor(Date.now() / 1_000);
			const answer = { id: `chatcmpl-${created}`, created, model: body.model };
			const message = { role: 'assistant', refusal: null, ...answerTo(body) };
			const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
			if (!body.stream) {
				const choices = [{ index: 0, message, logprobs: null, finish_reason }];
				const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
				return { ...answer, object: 'chat.completion', choices, usage };
			}
			const chunk = (delta: object, reason: string | null) => {
				const choices = [{ index: 0, delta, logprobs: null, finish_reason: reason }];
				return `data: ${JSON.stringify({ ...answer, object: 'chat.completion.chunk', choices })}\n\n`;
			};
			const events = [chunk(message, null), chunk({}, finish_reason), 'data: [DONE]\n\n'];
			return await reply.type('text/event-stream').send(events.join(''));
		});
	}
}

function answerTo({ messages, tools = [] }: ChatRequest) {
	const questions = messages.filter(({ role }) => role === 'user').map(textOf);
	const question = questions.at(-1) ?? '';
	const last = messages.at(-1);
	const [tool] = tools;
	if (last?.role === 'tool') return { content: `The tool said: ${textOf(last)}` };
	if (!tool) {
		return { content: `You asked: **${question}**\n\nQuestions before: ${questions.length - 1}` };
	}
	const { name, parameters } = tool.function;
	const values = Object.keys(parameters?.properties ?? {}).map((key) => [key, question]);
	const call = { name, arguments: JSON.stringify(Object.fromEntries(values)) };
	const id = `call_${questions.length}`;
	return { content: null, tool_calls: [{ index: 0, id, type: 'function', function: call }] };
}

function textOf({ content }: ChatRequest['messages'][number]): string {
	return typeof content === 'string'
		? content
		: (content ?? []).map(({ text }) => text ?? '').join('');
}
