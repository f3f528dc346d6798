import type {PortableTextInputProps} from 'sanity'

import {DeskItemsProvider} from './deskItems.tsx'

/** The text of a story, with what the desk has decided about its marks at hand. */
export function BodyInput(props: PortableTextInputProps) {
  return <DeskItemsProvider>{props.renderDefault(props)}</DeskItemsProvider>
}
