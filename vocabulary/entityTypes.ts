/** Those who act and speak in a story, and can stand on either side of a relation. */
export const actorTypes = ['person', 'unit', 'organisation'] as const

/** Everything a story can mention by name: the actors, and places. */
export const entityTypes = [...actorTypes, 'place'] as const

export type ActorType = (typeof actorTypes)[number]
export type EntityType = (typeof entityTypes)[number]
