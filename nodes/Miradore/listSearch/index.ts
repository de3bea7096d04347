import { searchDevices } from './searchDevices';
import { searchTags } from './searchTags';
import { searchUserIds, searchUsers } from './searchUsers';

/** The methods that fill the lists of parameters, by the names under which parameters call them. */
export const listSearch = { searchDevices, searchTags, searchUserIds, searchUsers };
