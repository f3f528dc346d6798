import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'

import {useFindMentionsAction} from '../newStory/useFindMentionsAction.ts'
import {useAnonymiseAction} from '../forget/useAnonymiseAction.tsx'
import {useEraseAction} from '../forget/useEraseAction.tsx'
import {usePastAction} from '../forget/usePastAction.tsx'
import {mayOnlyRead} from '../roles.ts'
import {useConfirmAllAction} from './useConfirmAllAction.ts'
import {useCorrectionAction} from './useCorrectionAction.tsx'
import {useDeletePersonAction} from './useDeletePersonAction.tsx'
import {useIdentityAction} from './useIdentityAction.ts'
import {usePublishSetAction} from './usePublishSetAction.tsx'
import {useWithdrawAction} from './useWithdrawAction.tsx'
import {withPublicationTime} from './withPublicationTime.ts'

/** What an editor can do with a document, the desk’s own actions after “Publish”. */
export const deskActions: DocumentActionsResolver = (actions, {schemaType, currentUser}) => {
  if (mayOnlyRead(currentUser)) return actions
  const [publish, ...others] = byType[schemaType]?.(actions) ?? actions
  const own =
    ownActions[schemaType] ?? (confirmable.includes(schemaType) ? [useConfirmAllAction] : [])
  return publish ? [publish, ...own, ...others] : own
}

type Actions = readonly DocumentActionComponent[]

const confirmable = ['unit', 'organisation', 'poll', 'place']

const ownActions: Readonly<Record<string, DocumentActionComponent[]>> = {
  article: [
    useConfirmAllAction,
    usePublishSetAction,
    useFindMentionsAction,
    useCorrectionAction,
    useWithdrawAction,
    usePastAction,
  ],
  // Studio finds the action whose dialog is open by its place in this list: what comes and goes with
  // a person's protection stands last, or the dialog that changes it would close under the editor.
  person: [
    useConfirmAllAction,
    useAnonymiseAction,
    useEraseAction,
    usePastAction,
    useIdentityAction,
  ],
}

/** Studio’s own actions that stand in another way on some types. */
const byType: Readonly<Record<string, (actions: Actions) => Actions>> = {
  article: (actions) =>
    actions.map((one) => (one.action === 'publish' ? withPublicationTime(one) : one)),
  // A copy of a person would be the same person twice.
  person: (actions) =>
    actions
      .filter(({action}) => action !== 'duplicate')
      .map((one) => (one.action === 'delete' ? useDeletePersonAction : one)),
}
