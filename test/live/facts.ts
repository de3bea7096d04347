import { addressingFacts } from './addressingFacts';
import type { Fact } from './fact';
import { fixTimeFact } from './fixTimeFact';
import { locationFacts } from './locationFacts';
import { v1DeviceFacts } from './v1DeviceFacts';
import { v1Facts } from './v1Facts';
import { v1InventoryFacts } from './v1InventoryFacts';
import { v1ListFacts } from './v1ListFacts';

/** All that a real site is asked for. */
export const facts: Fact[] = [
	...addressingFacts,
	...locationFacts,
	...v1Facts,
	...v1ListFacts,
	...v1DeviceFacts,
	...v1InventoryFacts,
	fixTimeFact,
];
