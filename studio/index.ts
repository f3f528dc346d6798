export {embeddedLake, type EmbeddedLakeOptions} from './embeddedLake.ts'
export {lakeLimits} from './lakeLimits.tsx'
export {storygraph, type StorygraphOptions} from './storygraph.ts'
export {storyTypes} from './storyTypes.ts'

// The parts, for a Studio that puts them together in its own way.
export {withDeskComponents} from './annotations/deskTypes.ts'
export {desk} from './desk.ts'
export {documentViews} from './documentViews.ts'
export {storyGraph} from './graph/storyGraph.ts'
export {storyStrings} from './i18n/locale.ts'
export {structure} from './structure.ts'
export {usedIn} from './usedIn.ts'
