import {PortableText, type PortableTextComponents} from '@portabletext/react'
import {useMemo, type ComponentType, type ReactNode} from 'react'

import type {Article, FactBox, Picture, PollEmbed, PullQuote, UrlFor} from '../article.ts'
import {embeddedPoll} from '../parts/poll.ts'
import {pulledWords, withoutNestedLinks} from '../parts/text.ts'
import type {AnnotatedProps, StoryComponents} from './props.ts'

interface StoryTextProps {
  article: Article
  urlFor: UrlFor
  parts: StoryComponents
  portableText: PortableTextComponents | undefined
}

/** The text of a story, each annotation and block drawn by the part for it. */
export function StoryText({article, urlFor, parts, portableText}: StoryTextProps) {
  // Made anew in each render, they would be other components to React, and lose what yours remember.
  const components = useMemo(
    () => componentsOf({article, urlFor, parts, portableText}),
    [article, urlFor, parts, portableText],
  )
  return <PortableText value={withoutNestedLinks(article.body)} components={components} />
}

function componentsOf({
  article,
  urlFor,
  parts,
  portableText = {},
}: StoryTextProps): PortableTextComponents {
  const {picture: PicturePart, pullQuote: Quote, factBox: Box, poll: PollPart} = parts
  const annotation =
    <Value,>(Part: ComponentType<AnnotatedProps<Value>>) =>
    ({value, children}: {value?: Value; children?: ReactNode}) =>
      value === undefined ? (
        children
      ) : (
        <Part value={value} urlFor={urlFor}>
          {children}
        </Part>
      )
  const {marks, types, ...others} = portableText
  return {
    ...others,
    types: {
      creditedImage: ({value}: {value: Picture}) => <PicturePart picture={value} />,
      pullQuote: ({value}: {value: PullQuote}) => {
        const quotation = pulledWords(article, value)
        return quotation ? <Quote quotation={quotation} urlFor={urlFor} /> : null
      },
      factBox: ({value}: {value: FactBox}) => <Box box={value} />,
      pollEmbed: ({value}: {value: PollEmbed}) => <PollPart poll={embeddedPoll(value)} />,
      ...types,
    },
    marks: {
      mention: annotation(parts.mention),
      quotation: annotation(parts.quotation),
      figure: annotation(parts.figure),
      link: annotation(parts.link),
      ...marks,
    },
  }
}
