export {createStoryClient, type StoryClient, type StoryClientOptions} from './createStoryClient.ts'
export {followStories, type FollowOptions} from './followStories.ts'
