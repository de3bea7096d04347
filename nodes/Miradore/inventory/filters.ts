/** A filter of a list of devices. */
export interface Filter {
	attribute: string;
	/** What else its conditions look at. */
	others?: string[];
	/** Conditions of API v1, of which one has to hold; none where the node itself looks. */
	conditions: string[];
	/** What mustn't be among the values, compared by `values/fold.ts`: a tag. */
	lacks?: string;
	/** A day such as `2026-11-18`: the attribute's date has to be on it or later. */
	since?: string;
}

/** Filters by their names, all of which have to hold. */
export type Filters = Record<string, Filter>;
