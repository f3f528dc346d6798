import {definePlugin} from 'sanity'
import {structureTool} from 'sanity/structure'

import {initialValueTemplates, schemaTypes} from '../schemas/index.ts'
import {withDeskComponents} from './annotations/deskTypes.ts'
import {desk} from './desk.ts'
import {documentViews} from './documentViews.ts'
import {storyGraph} from './graph/storyGraph.ts'
import {storyStrings} from './i18n/locale.ts'
import {review} from './review/review.ts'
import {releaseGuard} from './scheduling/releaseGuard.tsx'
import {structure} from './structure.ts'
import {usedIn} from './usedIn.ts'

/** The parts of the plugin. Each is there unless it is switched off. */
export interface StorygraphOptions {
  /**
   * The content model. A Studio that has a type of the same name switches it off and puts
   * `storyTypes(…)` into its own `schema.types`.
   */
  schema?: boolean
  /** Sanity's structure tool with our lists and views; off for a Studio with a structure of its own. */
  structure?: boolean
  /** Badges, actions and the tool for new stories. */
  desk?: boolean
  /** The tool in which editors go through everything that is suggested. */
  review?: boolean
  /** The tool that draws who and what is in a story. */
  storyGraph?: boolean
  /** Where a document is used, on a button of its own. */
  usedIn?: boolean
}

/** Everything that storygraph adds to a Studio, in parts. `embeddedLake()` stands beside it. */
export const storygraph = definePlugin<StorygraphOptions | void>((options) => {
  const parts = {
    schema: true,
    structure: true,
    desk: true,
    review: true,
    storyGraph: true,
    usedIn: true,
    ...options,
  }
  return {
    name: 'storygraph',
    ...(parts.schema && {
      schema: {
        types: withDeskComponents(schemaTypes),
        templates: (previous) => [...previous, ...initialValueTemplates],
      },
    }),
    plugins: [
      ...(parts.structure ? [structureTool({structure, defaultDocumentNode: documentViews})] : []),
      ...(parts.desk ? [desk()] : []),
      ...(parts.review ? [review()] : []),
      ...(parts.storyGraph ? [storyGraph()] : []),
      ...(parts.usedIn ? [usedIn()] : []),
      releaseGuard(),
      storyStrings(),
    ],
  }
})
