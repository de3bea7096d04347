// `npm run install:n8n`: installs n8n ahead of the tests that would do it themselves.
import { installN8n } from './install';

void installN8n(console.log);
