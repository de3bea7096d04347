import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { toMapPage } from '../../nodes/Miradore/tracks/mapPage';
import { tilesFrom } from '../../nodes/Miradore/tracks/tiles';
import { toTrack } from '../../nodes/Miradore/tracks/track';
import { launchChromium, longestWaitMs } from './chromium';

const hostile = `</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">`;
const elements = ['10', '11', '12'].map((hour, index) => ({
	timestamp: `2026-11-18T${hour}:00:00Z`,
	latitude: 60.17 + index / 100,
	longitude: 24.94 + index / 50,
	accuracy: 40,
	streetAddress: hostile,
}));
const make = (tiles: Parameters<typeof toMapPage>[3]) =>
	toMapPage(hostile, [toTrack(12, hostile, elements)], 'UTC', tiles);
const pixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEAAAVAAEB2Zl9OQAAAABJRU5ErkJggg==',
	'base64',
);

describe('A map in a browser', () => {
	let browser: Browser;
	let folder: string;
	let server: Server;
	let html = '';

	beforeAll(async () => {
		browser = await launchChromium();
		folder = mkdtempSync(path.join(tmpdir(), 'miradore-map-'));
		server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});

	afterAll(async () => {
		await browser.close();
		server.close();
		rmSync(folder, { recursive: true });
	});

	/** Opens a map; gives the page, what it asked others for, and what went wrong in it. */
	async function open(how: 'file' | 'web', colorScheme: 'light' | 'dark' = 'light') {
		const page = await browser.newPage({ colorScheme });
		page.setDefaultTimeout(longestWaitMs);
		const asked: Array<{ url: string; referer?: string }> = [];
		const problems: string[] = [];
		page.on('console', (message) => problems.push(message.text()));
		page.on('pageerror', (error) => problems.push(error.message));
		const own = how === 'file' ? pathToFileURL(folder).href : `${addressOf(server)}/`;
		await page.route(
			(url) => !url.href.startsWith(own),
			async (route) => {
				const request = route.request();
				asked.push({ url: request.url(), referer: request.headers().referer });
				await route.fulfill({ contentType: 'image/png', body: pixel });
			},
		);
		writeFileSync(path.join(folder, 'map.html'), html);
		await page.goto(how === 'file' ? `${own}/map.html` : `${own}secret/map.html`);
		await page.waitForSelector('path.leaflet-interactive', { state: 'attached' });
		return { page, asked, problems, own };
	}

	const hacked = (page: Page) =>
		page.evaluate(() => (window as unknown as { hacked?: number }).hacked);

	it('shows the track, its points and their accuracy, and the times beside it', async () => {
		html = make(undefined);
		const { page, asked, problems } = await open('file');
		// The line, three points and three circles of accuracy.
		expect(await page.locator('#map path').count()).toBe(7);
		const [first] = await page.locator('li[data-point]').all();
		await first.locator('button').click();
		expect(await page.locator('.leaflet-popup-content').innerText()).toContain(
			'2026-11-18 10:00:00',
		);
		expect(await page.locator('li.chosen').count()).toBe(1);
		expect(await page.locator('.leaflet-control-scale-line').count()).toBe(2);
		expect(await hacked(page)).toBeUndefined();
		expect([asked, problems]).toEqual([[], []]);
	});

	it('asks OpenStreetMap from the web alone, and tells it no more than the host', async () => {
		html = make(tilesFrom(undefined));
		const file = await open('file');
		expect(await file.page.locator('#refused').isVisible()).toBe(true);
		expect([file.asked, file.problems]).toEqual([[], []]);
		const web = await open('web');
		await web.page.waitForSelector('.leaflet-tile-loaded');
		expect(await web.page.locator('#refused').isVisible()).toBe(false);
		expect(web.asked.length).toBeGreaterThan(0);
		for (const { url, referer } of web.asked) {
			expect(url).toMatch(/^https:\/\/tile\.openstreetmap\.org\/\d+\/\d+\/\d+\.png$/);
			expect(referer).toBe(web.own);
		}
		expect(web.problems).toEqual([]);
	});

	it('asks the server that is named, also from a file', async () => {
		html = make(tilesFrom('https://tiles.example.com/{z}/{x}/{y}.png?key=1'));
		const { page, asked, problems } = await open('file', 'dark');
		await page.waitForSelector('.leaflet-tile-loaded');
		expect(asked[0].url).toMatch(/^https:\/\/tiles\.example\.com\/\d+\/\d+\/\d+\.png\?key=1$/);
		expect(problems).toEqual([]);
		const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(background).toBe('rgb(23, 28, 34)');
	});
});

function addressOf(server: Server): string {
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
