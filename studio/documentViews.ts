import {BarChartIcon} from '@sanity/icons/BarChart'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {DefaultDocumentNodeResolver} from 'sanity/structure'

import {NAMESPACE} from './i18n/locale.ts'
import {PollFindings} from './poll/PollFindings.tsx'
import {StoryPreview} from './preview/StoryPreview.tsx'

/**
 * What a document can be looked at as, beside its form: a story as readers get it, a poll as a
 * chart. Goes into `structureTool` as `defaultDocumentNode`; its strings come with `storyStrings`.
 */
export const documentViews: DefaultDocumentNodeResolver = (S, {schemaType, i18n: {t}}) => {
  const form = S.view.form()
  switch (schemaType) {
    case 'article':
      return S.document().views([
        form,
        S.view
          .component(StoryPreview)
          .id('preview')
          .title(t('preview.view', {ns: NAMESPACE}))
          .icon(EyeOpenIcon),
      ])
    case 'poll':
      return S.document().views([
        form,
        S.view
          .component(PollFindings)
          .id('chart')
          .title(t('poll.view', {ns: NAMESPACE}))
          .icon(BarChartIcon),
      ])
    default:
      return S.document()
  }
}
