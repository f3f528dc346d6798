export {readArticle, readRecord, type ArchiveArticle} from './archive/articleRecord.ts'
export {seedArchive, type ArchiveOptions, type Incoming} from './archive/seedArchive.ts'
export type {ArchiveReport} from './archive/archiveReport.ts'
export {buildStory, type BuiltStory, type Source} from './compose/buildStory.ts'
export {draftStory, type DraftedStory, type NewArticle} from './compose/draftStory.ts'
export {extract, type Extraction} from './extract/extract.ts'
export type {Gazetteer} from './extract/gazetteer.ts'
export {knownFrom, type Known} from './known/known.ts'
export {loadKnown} from './known/loadKnown.ts'
export {articleIdOf, derivedIds} from './register/derivedIds.ts'
export {problemLine, type Problem} from './validate/problem.ts'
export {validateDocuments, type Surroundings, type Verdict} from './validate/validateDocuments.ts'
export {newRunId} from './write/runs.ts'
export {undoRun, type UndoReport} from './write/undoRun.ts'
export {
  writeDocuments,
  type Outcome,
  type SeedDocument,
  type WriteOptions,
  type WriteReport,
} from './write/writeDocuments.ts'
