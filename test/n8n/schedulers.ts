import { versionName } from './version';

/** n8n's settings, by the way it polls. The durable one looks for what is due every second here. */
export const schedulers: Record<string, NodeJS.ProcessEnv> = {
	'as n8n comes': {},
	...(!versionName.startsWith('1.') && {
		'with the durable scheduler': {
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
			N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
			N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
		},
	}),
};
