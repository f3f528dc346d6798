/** What stands in front of every endpoint of the API; any version is taken. */
export const API_VERSION = '/:version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}'
