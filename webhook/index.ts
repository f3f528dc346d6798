export {
  pagesShowing,
  type IndexPage,
  type ListPage,
  type Page,
  type PagesShowingOptions,
  type StoryPage,
  type SubjectPage,
} from './pagesShowing.ts'
export {
  receiveWebhook,
  type ReceiveOptions,
  type Reception,
  type Refusal,
} from './receiveWebhook.ts'
export type {DocumentState, StoryChange} from './storyChange.ts'
export {storyHook, type PageType} from './storyHook.ts'
export {webhookHandler, type WebhookHandlerOptions} from './webhookHandler.ts'
