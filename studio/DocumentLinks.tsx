import {Box, Stack, Text} from '@sanity/ui'
import {getPublishedId} from 'sanity'
import {IntentLink} from 'sanity/router'

/** A document as a line that leads to it. */
export interface LinkedDocument {
  readonly id: string
  readonly type: string
  readonly title: string
}

/** A list of documents that opens each of them; a draft and its published form are one line. */
export function DocumentLinks({documents}: {documents: readonly LinkedDocument[]}) {
  const byId = new Map(documents.map((one) => [getPublishedId(one.id), one]))
  return (
    <Box overflow="auto" style={{maxHeight: 240}}>
      <Stack as="ul" gap={3} padding={0} style={{listStyle: 'none'}}>
        {[...byId].map(([id, {type, title}]) => (
          <Text as="li" size={1} key={id}>
            <IntentLink intent="edit" params={{id, type}}>
              {title}
            </IntentLink>
          </Text>
        ))}
      </Stack>
    </Box>
  )
}
