import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectFolder } from '../n8n/folders';

/** The folder of the README's pictures. */
export const pictureFolder = path.join(projectFolder, 'docs', 'images');

/**
 * Keeps the part of the window that some elements take up as a picture of the README.
 *
 * @param margin pixels to add on each side, as far as the window reaches
 */
export async function keepPicture(
	name: string,
	page: Page,
	elements: Locator[],
	margin = 0,
): Promise<void> {
	const clip = await boxAround(elements, margin);
	// Away from everything that shows more while the mouse is over it.
	await page.mouse.move(0, 0);
	const file = path.join(pictureFolder, `${name}.png`);
	await page.screenshot({ path: file, clip, animations: 'disabled', caret: 'hide' });
	console.log(path.relative(projectFolder, file));
}

async function boxAround(elements: Locator[], margin: number) {
	const found = await Promise.all(elements.map((element) => element.boundingBox()));
	const boxes = found.filter((box) => box !== null);
	const left = Math.min(...boxes.map(({ x }) => x)) - margin;
	const top = Math.min(...boxes.map(({ y }) => y)) - margin;
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
	return { x: left, y: top, width: right - left, height: bottom - top };
}
