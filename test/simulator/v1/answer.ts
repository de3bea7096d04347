import { parse } from 'node:querystring';
import type { Address } from '../addressing';
import { findDevice, type SimulatedFleet } from '../fleet';
import { notFound, type Reply } from '../reply';
import type { ReceivedRequest } from '../requests';
import { deviceItem } from './deviceItem';
import {
	attributeItem,
	categoryItem,
	locationItem,
	organizationItem,
	profileItem,
	tagItem,
} from './lists';
import { BadQuery, type ItemType } from './model';
import { runQuery } from './query';
import { userItem } from './userItem';
import { type V1Style, writeAnswer, writeError } from './xml';

/** What answering needs of a site. */
interface V1Site {
	readonly siteName: string;
	readonly apiKey: string;
	readonly fleet: SimulatedFleet;
	v1: V1Style;
}

const itemTypes: Record<string, (fleet: SimulatedFleet, style: V1Style) => ItemType> = {
	Device: deviceItem,
	User: userItem,
	Tag: tagItem,
	Organization: organizationItem,
	Location: locationItem,
	Category: categoryItem,
	ConfigProfile: profileItem,
	CustomAttributeDefinition: attributeItem,
};

/**
 * Answers a request of API v1. A site missing, unknown or in the wrong case gets 500 (L), whose body
 * is not known; 404 for other items and methods is an assumption.
 */
export function answerV1(site: V1Site, request: ReceivedRequest, address: Address): Reply {
	if (address.siteName !== site.siteName) return failure(500, 'Internal server error');
	const query = parse(address.queryString);
	if (query.auth !== site.apiKey) return failure(401, 'Authentication failed');

	const tag = /^\/API\/Device\/(\d+)\/Tag\/([^/]+)$/.exec(address.path);
	if (tag) return writeTag(site.fleet, request, Number(tag[1]), tag[2]);

	const [, name, id] = /^\/API\/(\w+)(?:\/(\d+))?$/.exec(address.path) ?? [];
	if (request.method !== 'GET' || !name || !Object.hasOwn(itemTypes, name)) return notFound;
	const type = itemTypes[name](site.fleet, site.v1);
	let items: unknown[];
	if (id === undefined) {
		items = type.all();
	} else {
		// Seen by one client (404); another expects an answer without items.
		const item = type.find?.(Number(id));
		if (item === undefined) return notFound;
		items = [item];
	}

	try {
		const xml = writeAnswer(type, runQuery(type, items, query, site.v1), site.v1);
		return xmlReply(200, site.v1.rewrite?.(xml) ?? xml);
	} catch (error) {
		if (error instanceof BadQuery) return failure(400, error.message);
		throw error;
	}
}

/**
 * Adds or removes a tag. Assumptions: DELETE removes, both answer 200 without a body, also if there is
 * nothing to do, and a `PUT` with a body or without `Content-Length: 0` is refused.
 */
function writeTag(
	fleet: SimulatedFleet,
	{ method, headers, body }: ReceivedRequest,
	id: number,
	encodedTag: string,
): Reply {
	if (method !== 'PUT' && method !== 'DELETE') return notFound;
	if (method === 'PUT' && headers['content-length'] === undefined) return { status: 411 };
	if (body !== '') return failure(400, 'The body must be empty.');
	const device = findDevice(fleet, id);
	if (!device) return notFound;

	const tag = decode(encodedTag);
	if (tag === undefined) return failure(400, 'The tag is not encoded.');
	const others = device.tags.filter((name) => name.toLowerCase() !== tag.toLowerCase());
	if (method === 'DELETE') device.tags = others;
	else if (others.length === device.tags.length) device.tags = [...others, tag];
	return { status: 200 };
}

function decode(segment: string): string | undefined {
	try {
		return decodeURIComponent(segment);
	} catch {
		return undefined;
	}
}

function failure(status: number, description: string): Reply {
	return xmlReply(status, writeError(description, status));
}

/** The content type is not known. */
function xmlReply(status: number, body: string | Buffer): Reply {
	const charset = Buffer.isBuffer(body) ? '' : '; charset=utf-8';
	return { status, headers: { 'content-type': `application/xml${charset}` }, body };
}
