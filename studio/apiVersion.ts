/** The version of the Content Lake's API that Studio's own lists and queries are written for. */
export const API_VERSION = '2025-02-19'
