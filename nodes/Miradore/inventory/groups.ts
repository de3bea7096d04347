/** The attributes of a device by what people look for (miradore-api.md 5.6). */
export const attributeGroups: Record<string, { name: string; attributes: string[] }> = {
	client: { name: 'Management', attributes: ['Client.*', 'Enrollment.*'] },
	device: { name: 'General', attributes: ['*'] },
	hardware: { name: 'Hardware', attributes: ['InvDevice.*'] },
	location: { name: 'Last Known Location', attributes: ['ReportedLocation.*'] },
	organization: {
		name: 'Organization',
		attributes: ['Organization.Name', 'Location.Name', 'Category.Name', 'Tag.Name'],
	},
	os: { name: 'Operating System', attributes: ['InvOS.*'] },
	security: { name: 'Security', attributes: ['Security.*'] },
	user: { name: 'User', attributes: ['User.*'] },
};

/** The attributes that stand for a device as a whole. */
export const defaultGroups = ['device', 'hardware', 'os', 'user'];

/**
 * The attributes to select for the chosen groups and a list of further ones, separated by commas;
 * always with the id.
 */
export function selectAttributes(groups: string[], further: string): string[] {
	const chosen = groups.flatMap((group) => attributeGroups[group]?.attributes ?? []);
	const listed = further.split(',').map((name) => name.trim());
	return [...new Set(['ID', ...chosen, ...listed])].filter(Boolean);
}
