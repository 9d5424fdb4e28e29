/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const LOGIN = { user: 'n8n', password: 'played-mail-password' };

/** A mail server that stores all mail and delivers none. */
export interface PlayedMail {
	/** In order of arrival. */
	mails: Email[];
	credential(): { name: string; type: string; data: Record<string, string | number | boolean> };
	close(): Promise<void>;
}

/** Starts a mail server on the loopback interface. Calls `onMail` for each mail. */
export async function startMail(onMail?: (mail: Email) => void): Promise<PlayedMail> {
	const mails: Email[] = [];
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth({ username, password }, _session, done) {
			if (username === LOGIN.user && password === LOGIN.password) done(null, { user: LOGIN.user });
			else done(new Error('Wrong user or password'));
		},
		onData(stream, _session, done) {
			void (async () => {
				const chunks: Buffer[] = [];
				for await (const chunk of stream) chunks.push(chunk as Buffer);
				const mail = await PostalMime.parse(Buffer.concat(chunks));
				mails.push(mail);
				onMail?.(mail);
			})().then(() => done(), done);
		},
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	const connection = { host: '127.0.0.1', port, secure: false, disableStartTls: true };
	return {
		mails,
		credential: () => ({
			name: 'Mail (played)',
			type: 'smtp',
			data: { ...LOGIN, ...connection, hostName: '' },
		}),
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}
