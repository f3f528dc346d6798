export {embeddedLake, type EmbeddedLakeOptions} from './embeddedLake.ts'
export {lakeLimits} from './lakeLimits.tsx'
export {structure} from './structure.ts'
export {usedIn} from './usedIn.ts'
