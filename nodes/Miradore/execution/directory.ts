import type { IDataObject } from 'n8n-workflow';
import type { Site } from '../transport/site';
import type { ApiRequest } from '../transport/request';
import { shorten } from '../values/entered';
import { fold } from '../values/fold';

/** What a user says of a thing in place of its ID, such as its serial number. */
export class Clue {
	/**
	 * @param by the name of the way, such as `serialNumber`: items say by it how the thing was found
	 * @param label the same for people, such as `Serial Number`
	 * @param attribute the same for the directory, such as `InvDevice.SerialNumber`
	 * @param value what was given; upper and lower case don't count
	 */
	constructor(
		readonly by: string,
		readonly label: string,
		readonly attribute: string,
		readonly value: string,
	) {}

	/** For people, such as `Serial Number C02XK1AAJGH5`. */
	get text(): string {
		return `${this.label} ${shorten(this.value)}`;
	}

	/** Equal for clues that ask for the same. */
	get key(): string {
		return `${this.attribute} ${fold(this.value)}`;
	}
}

/** A list of Miradore in which the things that operations are about are looked up, many at a time. Pure. */
export interface Directory {
	/** The clue by which a thing of this ID is found. */
	clueOf(id: number): Clue;
	/**
	 * The requests by which clues are asked for; each gives a list of API v1.
	 *
	 * @param attributes what is needed beside what the directory itself needs
	 */
	requestsFor(
		site: Site,
		clues: Clue[],
		attributes: string[],
	): Array<{ clues: Clue[]; request: ApiRequest }>;
	/** Whether a listed thing is one that a clue asks for, whatever the site made of the request. */
	matches(clue: Clue, item: IDataObject): boolean;
	/**
	 * The ID of the one thing that is meant.
	 *
	 * @param found all that match the clue
	 * @throws UserError where there is none, or more than one
	 */
	choose(clue: Clue, found: IDataObject[]): number;
}

/** What has to be true of a thing for a command to be sent. Pure. */
export interface Guard<Values> {
	/** The attributes that {@link findMismatch} looks at; none where there is no condition. */
	attributes(values: Values): string[];
	/**
	 * Holds a thing against the conditions.
	 *
	 * @param item as the directory lists it; undefined where it doesn't
	 * @returns the first thing that isn't as it has to be; undefined where all is
	 */
	findMismatch(values: Values, item: IDataObject | undefined): string | undefined;
}
