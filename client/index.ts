export {createStoryClient, type StoryClient, type StoryClientOptions} from './createStoryClient.ts'
