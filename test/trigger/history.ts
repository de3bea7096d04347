import type { WorkflowActivateMode } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { Engine } from '../core/triggerSettings';
import type { ReportStyle, SimulatedDevice, SimulatedSite } from '../simulator';
import { minute, type Clock } from './clock';
import { askedWithin, Reports } from './reports';
import { devices, type Fault, type Step } from './steps';

/** Lives through a history with a trigger on 'Location Reported'. */
export class History {
	readonly trigger: PublishedTrigger;
	readonly reports: Reports;

	constructor(
		private readonly site: SimulatedSite,
		private readonly clock: Clock,
		pattern: SimulatedDevice,
		private readonly engine: Engine,
		style: ReportStyle = {},
	) {
		site.clearFaults();
		site.v1 = { wrapsLists: true, usesNamespace: false, countOn: 'Items', ...style };
		site.fleet.devices = Array.from({ length: devices }, (_, index) => ({
			...pattern,
			id: index + 1,
			status: 'Active',
			fixes: [],
		}));
		this.trigger = new PublishedTrigger({
			parameters: { event: 'locationReported', options: { maxRetries: 0 } },
			credential: credentialOf(site),
			engine,
		});
		this.reports = new Reports(site, clock, style, this.trigger.delivered);
	}

	async live(history: Step[]): Promise<void> {
		await this.publish();
		for (const step of history) await this.take(step);
		for (const one of this.site.fleet.devices) one.status = 'Active';
		await this.poll();
		this.clock.pass(askedWithin);
		await this.poll();
		await this.poll();
	}

	private async take(step: Step): Promise<void> {
		const { devices: all } = this.site.fleet;
		const one = 'device' in step ? all[step.device % all.length] : all[0];
		switch (step.kind) {
			case 'pass':
				return this.clock.pass(step.minutes * minute);
			case 'report':
				for (let count = 0; count < step.count; count++) this.reports.addLate(one, step.late);
				return;
			case 'poll':
				this.break(step.fault, one);
				await this.poll(step.crashes);
				if (step.fault === 'none') expect(this.reports.late).toEqual([]);
				return this.site.clearFaults();
			case 'overlap':
				return this.overlap(one);
			case 'restart':
				return this.restart(step.mode);
			case 'publish':
				return this.publish(step.fails);
			case 'leave':
				// A device that nobody has seen yet can't leave.
				if (one.id <= devices) one.status = 'Deleted';
				return;
			case 'return':
				one.status = 'Active';
				return;
			case 'add':
				all.push({ ...one, id: all.length + 1, status: 'Active', fixes: [] });
		}
	}

	private break(fault: Fault, one: SimulatedDevice): void {
		if (fault === 'empty') this.reports.hide(one);
		const path = fault === 'list' ? '/API/Device' : `/Device/${one.id}/Location`;
		if (fault === 'reset') this.site.addFault({ path, reset: 'beforeHandling' });
		else if (fault === 'empty') this.site.addFault({ path, status: 200, body: '[]' });
		else if (fault !== 'none') this.site.addFault({ path, status: 503 });
	}

	private async poll(crashes = false): Promise<void> {
		const { delivered } = this.trigger;
		const before = delivered.length;
		await this.trigger.poll({ crashes });
		if (crashes) {
			this.reports.forget(delivered.slice(before));
			this.site.clearFaults();
			await this.restart();
		}
		this.reports.takeNote();
	}

	private async overlap(one: SimulatedDevice): Promise<void> {
		this.site.addFault({ path: `/Device/${one.id}/Location`, delay: 30, times: 1 });
		const slow = this.trigger.poll();
		this.reports.add(one);
		await this.trigger.poll();
		await slow;
		this.site.clearFaults();
		this.reports.takeNote();
	}

	private async restart(mode: WorkflowActivateMode = 'init'): Promise<void> {
		await this.trigger.activate(mode);
		this.reports.takeNote();
	}

	/** A person publishes: what wasn't told until now never is. */
	private async publish(fails = false): Promise<void> {
		this.reports.dropUntold();
		for (const one of this.site.fleet.devices) one.status = 'Active';
		if (fails) {
			this.break('list', this.site.fleet.devices[0]);
			await expect(this.trigger.activate()).rejects.toThrow('(503)');
			this.site.clearFaults();
		}
		// n8n 2 tries again with the mode of an edit.
		await this.trigger.activate(fails && this.engine !== 'n8n 1' ? 'update' : 'activate');
		this.reports.lookBackFromNow();
		this.reports.takeNote();
	}
}
