import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { waitUntil } from './waitUntil';
import { loopback } from './loopback';

/** A mail as its readers get it. */
export interface Mail {
	subject: string;
	/** The addresses that it was sent to. */
	to: string[];
	html: string;
}

/** A mail server on loopback that keeps every mail. */
export interface Mailbox {
	/** The latest last. */
	mails: Mail[];
	/** What n8n's credential of the type `smtp` holds to send mails to it. */
	credential: object;
	stop(): Promise<unknown>;
}

/** Starts a mail server that takes everything from everybody. */
export async function startMailbox(): Promise<Mailbox> {
	const mails: Mail[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
		receive(socket, mails);
	});
	await once(server.listen({ host: '127.0.0.1', port: 0 }), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		mails,
		credential: { user: '', password: '', host: '127.0.0.1', port, secure: false },
		stop: () => {
			for (const socket of sockets) socket.destroy();
			return once(server.close(), 'close');
		},
	};
}

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Opens the link by which a mail is answered, as a browser does; gives the status of the answer. */
export async function answerMail({ html }: Mail, isApproved: boolean): Promise<number> {
	const link = new RegExp(`href=["'](http[^"']*approved=${isApproved}[^"']*)`).exec(html);
	const address = link?.[1].replaceAll('&amp;', '&') ?? '';
	const options = { headers: { 'User-Agent': browser } };
	let status = 0;
	// The mail is there a moment before the execution waits for its answer: n8n refuses it then with
	// 409, and n8n 1 with 500 where it hasn't saved the execution.
	await waitUntil(async () => {
		({ status } = await loopback.get(address, options));
		return ![409, 500].includes(status);
	}, 30);
	return status;
}

/** The texts of a mail's table, row by row, without the heading. */
export function rowsOf({ html }: Mail): string[][] {
	const toText = (markup: string) => markup.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
	return [...html.matchAll(/<tr><td>(.*?)<\/td><\/tr>/g)].map(([, row]) =>
		row.split('</td><td>').map(toText),
	);
}

function receive(socket: Socket, mails: Mail[]): void {
	let text = '';
	let to: string[] = [];
	let isData = false;
	const say = (line: string) => socket.write(`${line}\r\n`);
	const obey = (line: string) => {
		const [, address] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? [];
		if (address) to.push(address);
		isData = /^DATA/i.test(line);
		say(isData ? '354 Go on' : '250 OK');
		if (/^QUIT/i.test(line)) socket.end();
	};
	say('220 mailbox');
	socket.setEncoding('latin1').on('data', (chunk) => {
		text += String(chunk);
		for (;;) {
			const end = isData ? '\r\n.\r\n' : '\r\n';
			const length = text.indexOf(end);
			if (length < 0) return;
			const part = text.slice(0, length);
			text = text.slice(length + end.length);
			if (!isData) obey(part);
			else {
				mails.push({ ...read(part), to });
				[isData, to] = [false, []];
				say('250 OK');
			}
		}
	});
}

function read(mail: string): Pick<Mail, 'subject' | 'html'> {
	const split = mail.indexOf('\r\n\r\n');
	const head = mail.slice(0, split).replace(/\r\n[ \t]/g, ' ');
	const body = mail.slice(split + 4).replace(/^\.\./gm, '.');
	const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1].trim() ?? '';
	const subject = field('Subject').replace(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, word: string) =>
		fromQuotedPrintable(word.replaceAll('_', ' ')),
	);
	const encoding = field('Content-Transfer-Encoding').toLowerCase();
	if (encoding === 'base64') return { subject, html: Buffer.from(body, 'base64').toString('utf8') };
	return { subject, html: encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body };
}

function fromQuotedPrintable(text: string): string {
	const bytes = text
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
