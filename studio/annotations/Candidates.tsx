import {Button, Flex, Text} from '@sanity/ui'
import {getPublishedId, isDraftId, useTranslation} from 'sanity'

import {isText, itemsOf, refOf} from '../../schemas/rules/read.ts'
import {referenceTo, referenceToDraft} from '../../seed/marks/references.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {useDeskQuery} from '../useDeskQuery.ts'

const BY_ID = '*[_id in $ids]{_id, _type, name}'

interface Props {
  /** What the desk keeps of the mark. */
  readonly item: unknown
  readonly disabled: boolean
  readonly onChoose: (reference: ReturnType<typeof referenceTo>) => void
}

/** Others whom suggested words could mean, each a button that chooses them instead. */
export function Candidates({item, disabled, onChoose}: Props) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const others = useCandidates(item)
  if (others.length === 0) return null
  return (
    <Flex gap={2} align="center" wrap="wrap">
      <Text size={1}>{t('mark.candidates')}</Text>
      {others.map(({name, reference}) => (
        <Button
          key={reference._ref}
          mode="ghost"
          fontSize={1}
          padding={2}
          disabled={disabled}
          text={name}
          onClick={() => onChoose(reference)}
        />
      ))}
    </Flex>
  )
}

function useCandidates(item: unknown) {
  const [{candidates} = {candidates: undefined}] = itemsOf([item])
  const ids = itemsOf(candidates).flatMap((one) => refOf(one) ?? [])
  const found = itemsOf(
    useDeskQuery(BY_ID, {ids: ids.flatMap((id) => [id, `drafts.${id}`])}),
  ).filter((one) => isText(one['_id']))
  return ids.flatMap((id) => {
    const versions = found.filter(({_id}) => getPublishedId(String(_id)) === id)
    const name = versions.map((one) => one['name']).find(isText)
    const type = entityTypes.find((one) => one === versions[0]?.['_type'])
    if (!name || !type) return []
    const isNew = versions.every(({_id}) => isDraftId(String(_id)))
    return [{name, reference: isNew ? referenceToDraft(id, type) : referenceTo(id)}]
  })
}
