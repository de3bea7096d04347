// What n8n-core reads when it is loaded: the errors that tests provoke aren't worth a log line, and
// the settings of an n8n on this machine are left alone.
const { tmpdir } = require('node:os');
const path = require('node:path');

process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_USER_FOLDER = path.join(tmpdir(), 'n8n-nodes-miradore-tests');
