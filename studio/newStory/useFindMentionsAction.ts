import {SearchIcon} from '@sanity/icons/Search'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient, useDocumentOperation, useTranslation} from 'sanity'

import {isText, itemsOf} from '../../schemas/rules/read.ts'
import {changeCompanion} from '../actions/companion.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'

const COMPANION = `{
  "notThis": *[_type == "desk" && subject._ref == $id].notThis[],
  "items": *[_type == "desk" && subject._ref == $id].items[]
}`

/** “Find mentions”: reads the text of a story and marks what it finds as suggested. */
export const useFindMentionsAction: DocumentActionComponent = ({id, type, draft, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const {patch} = useDocumentOperation(id, type)
  const [isRunning, setRunning] = useState(false)
  const story = draft ?? published
  if (!story) return null

  const find = async () => {
    setRunning(true)
    try {
      // The reader of texts is large and needed now and then only.
      const [{suggestMarks}, dataset, companion] = await Promise.all([
        import('./suggestMarks.ts'),
        import('../../seed/known/loadKnown.ts').then(({loadKnown}) => loadKnown(client)),
        client.fetch(COMPANION, {id}, {perspective: 'raw'}),
      ])
      const {blocks, items} = suggestMarks(
        isText(story['title']) ? story['title'] : '',
        story['body'],
        {dataset, notThis: itemsOf(companion.notThis), items: itemsOf(companion.items)},
      )
      const count = items.length
      if (count > 0) {
        await changeCompanion(client, id, (desk) => ({
          items: [...itemsOf(desk['items']), ...items],
        }))
        const set = [...blocks].flatMap(([key, {markDefs, children}]) => [
          [`body[_key=="${key}"].markDefs`, markDefs],
          [`body[_key=="${key}"].children`, children],
        ])
        patch.execute([{set: Object.fromEntries(set)}])
      }
      toast.push({
        status: count > 0 ? 'success' : 'info',
        title: count > 0 ? t('find.done', {count}) : t('find.none'),
      })
    } catch {
      toast.push({status: 'error', title: t('action.failed')})
    } finally {
      setRunning(false)
    }
  }
  return {
    label: t(isRunning ? 'find.running' : 'find.title'),
    icon: SearchIcon,
    disabled: isRunning,
    onHandle: () => void find(),
  }
}
