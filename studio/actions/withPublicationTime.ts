import {type DocumentActionComponent, useDocumentOperation} from 'sanity'

/** Studio’s “Publish”, which notes for a story that was never out when it first appeared. */
export function withPublicationTime(publish: DocumentActionComponent): DocumentActionComponent {
  const known = wrapped.get(publish)
  if (known) return known
  const usePublishStory: DocumentActionComponent = (props) => {
    const {id, type, draft, published} = props
    const {patch} = useDocumentOperation(id, type)
    const action = publish(props)
    if (!action || published || draft?.['publishedAt'] !== undefined) return action
    return {
      ...action,
      onHandle: () => {
        patch.execute([{setIfMissing: {publishedAt: new Date().toISOString()}}])
        action.onHandle?.()
      },
    }
  }
  usePublishStory.action = 'publish'
  usePublishStory.displayName = 'PublishStory'
  wrapped.set(publish, usePublishStory)
  return usePublishStory
}

/** Studio tells actions apart by identity, and asks for them again and again. */
const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
