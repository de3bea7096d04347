/* global specs */
// Several specs as one: each mutant loads n8n-core once instead of once a spec.
for (const spec of specs) describe(spec, () => void require(`../${spec}.spec`));
