export {relayDrafts, type RelayOptions} from './relayDrafts.ts'
