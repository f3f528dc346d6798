import {styled} from 'styled-components'

const Words = styled.mark`
  background: none;
  color: var(--card-fg-color);
  font-weight: 600;
  text-decoration: underline;
  text-underline-offset: 2px;
`

/** Marked words in their sentence; of the rest at most so many letters on either side. */
export function Sentence({
  before,
  words,
  after,
  around = Infinity,
}: {
  readonly before: string
  readonly words: string
  readonly after: string
  readonly around?: number
}) {
  return (
    <>
      {before.length > around && '… '}
      {before.slice(-Math.min(around, before.length) || before.length)}
      <Words>{words}</Words>
      {after.slice(0, Math.min(around, after.length))}
      {after.length > around && ' …'}
    </>
  )
}
