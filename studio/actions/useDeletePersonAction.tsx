import {TrashIcon} from '@sanity/icons/Trash'
import {Button, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {
  type DocumentActionComponent,
  getPublishedId,
  useDocumentOperation,
  useTranslation,
} from 'sanity'

import {isText, itemsOf} from '../../schemas/rules/read.ts'
import {DocumentLinks} from '../DocumentLinks.tsx'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {useDeskQuery} from '../useDeskQuery.ts'

/** “Delete person”: first shows who uses the entry, and deletes only what nobody does. */
export const useDeletePersonAction: DocumentActionComponent = ({id, type, draft, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const {delete: remove} = useDocumentOperation(id, type)
  const [isOpen, setOpen] = useState(false)
  const name = (draft ?? published)?.['name']
  return {
    label: t('delete'),
    icon: TrashIcon,
    tone: 'critical',
    disabled: Boolean(remove.disabled),
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: t('delete.header', {name: isText(name) ? name : ''}),
      width: 'medium',
      onClose: () => setOpen(false),
      content: (
        <Users
          id={id}
          onDelete={() => {
            setOpen(false)
            remove.execute()
          }}
        />
      ),
    },
  }
}
useDeletePersonAction.action = 'delete'
useDeletePersonAction.displayName = 'DeletePerson'

const USERS = `*[references($id) && !(_type in ["desk", "protectedIdentity"]) && !(_id in [$id, $draft])]
  {_id, _type, "title": coalesce(title, name)}`

function Users({id, onDelete}: {id: string; onDelete: () => void}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const found = useDeskQuery(USERS, {id, draft: `drafts.${id}`})
  if (!Array.isArray(found)) {
    return (
      <Flex padding={5} justify="center">
        <Spinner />
      </Flex>
    )
  }
  const documents = itemsOf(found).map(({_id, _type, title}) => ({
    id: String(_id),
    type: String(_type),
    title: isText(title) ? title : String(_type),
  }))
  const count = new Set(documents.map((one) => getPublishedId(one.id))).size
  return (
    <Stack gap={4} padding={4}>
      <Text size={1}>{count > 0 ? t('delete.used', {count}) : t('delete.unused')}</Text>
      <DocumentLinks documents={documents} />
      {count > 0 ? (
        <Text size={1} muted>
          {t('delete.used.help')}
        </Text>
      ) : (
        <Flex justify="flex-end">
          <Button text={t('delete.do')} onClick={onDelete} />
        </Flex>
      )}
    </Stack>
  )
}
