import {createContext, useContext, useMemo, type ReactNode} from 'react'
import {getPublishedId, useFormValue} from 'sanity'

import {itemsOf, readKey} from '../../schemas/rules/read.ts'
import {useDeskQuery} from '../useDeskQuery.ts'

type Fields = Readonly<Record<string, unknown>>

const DeskItems = createContext<ReadonlyMap<string, Fields>>(new Map())

/** Fetches once for a whole text what the desk has decided about its marks. */
export function DeskItemsProvider({children}: {children: ReactNode}) {
  const id = useFormValue(['_id'])
  const desk = useDeskQuery('*[_type == "desk" && subject._ref == $id]{items}', {
    id: typeof id === 'string' ? getPublishedId(id) : '',
  })
  const items = useMemo(
    () =>
      new Map(
        itemsOf(desk)
          .flatMap((one) => itemsOf(one['items']))
          .map((item) => [itemKey(item['blockKey'], item['key']), item] as const),
      ),
    [desk],
  )
  return <DeskItems.Provider value={items}>{children}</DeskItems.Provider>
}

/** What the desk has decided about one mark, if anything. */
export function useDeskItem(blockKey: unknown, key: unknown): Fields | undefined {
  return useContext(DeskItems).get(itemKey(blockKey, key))
}

/** The mark that a path inside a text leads to: its paragraph and its key. */
export function markKeysOf(path: readonly unknown[]): {block: unknown; key: unknown} {
  const at = path.indexOf('markDefs')
  return {block: readKey(path[at - 1], '_key'), key: readKey(path[at + 1], '_key')}
}

function itemKey(blockKey: unknown, key: unknown): string {
  return `${String(blockKey)} ${String(key)}`
}
