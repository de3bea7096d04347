import { searchDevices } from './searchDevices';
import { searchCategories, searchOrganizations, searchPlaces, searchTags } from './searchNames';
import { searchUserIds, searchUsers } from './searchUsers';

/** The methods that fill the lists of parameters, by the names under which parameters call them. */
export const listSearch = {
	searchCategories,
	searchDevices,
	searchOrganizations,
	searchPlaces,
	searchTags,
	searchUserIds,
	searchUsers,
};
