import {Card, Flex, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {LoadingBlock, useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'

import {articleBySlugQuery} from '../../queries/index.ts'
import {type Article, renderArticle} from '../../render/html/index.ts'
import {isText, readKey} from '../../schemas/rules/read.ts'
import {NAMESPACE} from '../i18n/locale.ts'
import {Message} from '../Message.tsx'
import {useLiveQuery} from '../useLiveQuery.ts'
import {ReaderFrame} from './ReaderFrame.tsx'

/** A story as readers get it, by the query and the renderer that front ends use, draft included. */
export const StoryPreview: UserViewComponent = ({document, documentId}) => {
  const {t} = useTranslation(NAMESPACE)
  const slug = readKey(document.displayed['slug'], 'current')
  if (!isText(slug)) return <Message>{t('preview.no-slug')}</Message>
  const {language} = document.displayed
  return (
    <PreviewOf slug={slug} language={isText(language) ? language : null} documentId={documentId} />
  )
}

interface PreviewProps {
  readonly slug: string
  readonly language: string | null
  readonly documentId: string
}

function PreviewOf({slug, language, documentId}: PreviewProps) {
  const {t} = useTranslation(NAMESPACE)
  const result = useLiveQuery(articleBySlugQuery, {slug, language})
  if (result.status === 'loading') return <LoadingBlock showText />
  if (result.status === 'failed') {
    return <Message tone="critical">{t('failed', {reason: result.reason})}</Message>
  }
  const article = result.data
  if (article === null) return <Message>{t('preview.missing')}</Message>
  if (article._id !== documentId) return <Message>{t('preview.other-story')}</Message>
  return <Page article={article} />
}

function Page({article}: {article: Article}) {
  const {t} = useTranslation(NAMESPACE)
  const {resolveIntentLink} = useRouter()
  const html = useMemo(
    () =>
      renderArticle(article, {
        urlFor: ({_id, _type}) => resolveIntentLink('edit', {id: _id, type: _type}),
      }),
    [article, resolveIntentLink],
  )
  return (
    <Flex direction="column" height="fill" data-testid="story-preview">
      <Card paddingX={4} paddingY={3} borderBottom>
        <Text size={1} muted>
          {t('preview.links')}
        </Text>
      </Card>
      <ReaderFrame html={html} title={t('preview.frame')} />
    </Flex>
  )
}
