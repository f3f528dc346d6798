import type {DeskImport} from '../../sanity.types.ts'
import type {Gazetteer} from '../extract/gazetteer.ts'
import {deskItem} from '../marks/deskItem.ts'
import {paragraphMarks} from '../marks/paragraphMarks.ts'
import {referenceTo} from '../marks/references.ts'
import type {SeedDocument} from '../write/writeDocuments.ts'
import {blockKey, type Story} from './story.ts'

/** What the desk keeps of a story and readers must not see: how each of its marks came about. */
export function companion(
  {article, register}: Story,
  gazetteer: Gazetteer,
  importInfo?: Omit<DeskImport, '_type'>,
): SeedDocument {
  const {id} = register.article
  return {
    _id: `desk.${id.replace(/^article-/, '')}`,
    _type: 'desk',
    subject: {...referenceTo(id), _weak: true},
    items: article.paragraphs.flatMap((paragraph, index) => {
      const block = blockKey(index)
      const place = {block, reading: article, gazetteer}
      return paragraphMarks(article, paragraph, {block}).map((found) => deskItem(found, place))
    }),
    ...(importInfo && {importInfo: {_type: 'deskImport', ...importInfo}}),
  }
}
