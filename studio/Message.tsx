import {Box, Card, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

/** One sentence in place of what cannot be shown. */
export function Message({
  children,
  tone = 'transparent',
}: {
  children: ReactNode
  tone?: 'critical' | 'transparent'
}) {
  return (
    <Box padding={4}>
      <Card
        padding={4}
        radius={2}
        tone={tone}
        border
        role={tone === 'critical' ? 'alert' : 'status'}
      >
        <Text size={1}>{children}</Text>
      </Card>
    </Box>
  )
}
