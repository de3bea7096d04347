import type { INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../core/execute';
import { reported } from '../core/report';
import { spellings } from '../core/site';
import type { SimulatedDevice, SimulatedSite } from '../simulator';
import type { OperationName, Plan } from './soakPlan';

/** How often the site carried a command out for a device. */
const effects: Partial<Record<OperationName, (device: SimulatedDevice) => unknown[]>> = {
	lock: ({ lockedAt }) => lockedAt,
	reboot: ({ rebootedAt }) => rebootedAt,
	wipe: ({ wipedAt }) => wipedAt,
	deployApplication: ({ deployments }) => deployments,
};

/** The ids of the devices that ended so; of several items that name a device, each may. */
interface Account {
	succeeded: number[];
	open: number[];
	failed: number[];
	notSent: number[];
}

/** Compares what a run says with what the site did; gives all that isn't as promised. */
export function findBreaches(plan: Plan, outcome: Outcome, site: SimulatedSite): string[] {
	const breaches: string[] = [];
	const demand = (holds: boolean, promise: string) => {
		if (!holds) breaches.push(promise);
	};
	demand(
		!spellings(site.apiKey).some((spelling) => outcome.saved.includes(spelling)),
		'the key is in nothing that is saved',
	);
	demand(isInOrder(outcome.success) && isInOrder(outcome.failed), 'results are in input order');
	const effect = effects[plan.operation];
	if (!effect) return [...breaches, ...findUnread(plan, outcome, site)];

	const account = readAccount(plan, outcome);
	const accounted = Object.values(account).flat() as number[];
	demand(isSame(accounted, plan.ids), 'every device is accounted for');
	const items = outcome.success.length + outcome.failed.length;
	demand(outcome.error !== undefined || items === plan.ids.length, 'every item gives one');
	demand(!plan.isRefused || account.open.length === 0, 'without a connection nothing is open');
	for (let id = 1; id <= plan.faults.length; id++) {
		const device = site.fleet.devices.find((one) => one.id === id);
		const done = plan.isRefused || !device ? 0 : effect(device).length;
		const [asked, succeeded, open] = [plan.ids, account.succeeded, account.open].map((ids) =>
			ids.includes(id) ? 1 : 0,
		);
		demand(done <= asked, `device ${id}: at most once in a run`);
		demand(done >= succeeded, `device ${id}: success means carried out`);
		demand(
			done <= succeeded + open,
			`device ${id}: what failed or was not sent is not carried out`,
		);
	}
	return breaches;
}

const originOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;

function isInOrder(items: INodeExecutionData[]): boolean {
	return items.every((item, index) => index === 0 || originOf(items[index - 1]) <= originOf(item));
}

function isSame(one: number[], other: number[]): boolean {
	const sorted = (ids: number[]) => [...new Set(ids)].sort((left, right) => left - right).join();
	return sorted(one) === sorted(other);
}

function readAccount({ ids }: Plan, { success, failed, error }: Outcome): Account {
	if (error) {
		const named = (label: string) => reported(error.description, label);
		return {
			succeeded: named('Sent to Miradore'),
			open: named('Not known whether carried out'),
			failed: named('Failed'),
			notSent: named('Not sent'),
		};
	}
	const all = [...success, ...failed];
	const of = (test: (item: INodeExecutionData) => boolean) =>
		all.filter(test).map((item) => ids[originOf(item)]);
	const isOpen = ({ json }: INodeExecutionData) => /It is not known/.test(json.error as string);
	return {
		// An item is about the device that its input item names, or it counts for none.
		succeeded: of(
			(item) => item.json.success === true && item.json.deviceId === ids[originOf(item)],
		),
		open: of(isOpen),
		failed: of((item) => item.json.error !== undefined && !isOpen(item)),
		notSent: [],
	};
}

/** For a read: each item either failed, or gave all that the site has of its device. */
function findUnread({ ids }: Plan, { success, failed, error }: Outcome, site: SimulatedSite) {
	if (error) return [];
	const all = [...success, ...failed];
	return ids.flatMap((id, index) => {
		const own = all.filter((item) => originOf(item) === index);
		if (own.length === 1 && own[0].json.error !== undefined) return [];
		const fixes = site.fleet.devices.find((one) => one.id === id)?.fixes ?? [];
		const isWhole = own.length === fixes.length && own.every(({ json }) => json.deviceId === id);
		return isWhole ? [] : [`item ${index}: all locations of device ${id}, or an error`];
	});
}
