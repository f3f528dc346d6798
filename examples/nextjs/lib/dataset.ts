const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_STUDIO_API_HOST} = process.env

// Without a project of your own it is the lake of `npm start` that answers.
const lake =
  SANITY_STUDIO_API_HOST || (SANITY_STUDIO_PROJECT_ID ? undefined : 'http://127.0.0.1:3334')

/** Which dataset the site shows and where it is; browsers are told it too. */
export const dataset = {
  projectId: SANITY_STUDIO_PROJECT_ID || 'storygraph',
  dataset: SANITY_STUDIO_DATASET || 'production',
  ...(lake !== undefined && {lake}),
}
