import {at, defineMigration, setIfMissing, unset} from '@sanity/migrate'

/**
 * Stories that came from a Studio with one line of text for the byline: it becomes the list of
 * credits that this content model has. A story that has credits already keeps them.
 */
export default defineMigration({
  title: 'One byline becomes a list of credits',
  documentTypes: ['article'],
  filter: 'defined(byline)',
  migrate: {
    document: (article) => {
      const {byline} = article
      if (typeof byline !== 'string' || byline.trim() === '') return [at('byline', unset())]
      const names = byline.replace(/^by\s+/i, '').split(/\s*(?:,|\band\b|&)\s*/)
      const credits = names
        .filter((name) => name !== '')
        .map((name, index) => ({
          _key: `byline${index}`,
          _type: 'storyCredit',
          role: 'reporter',
          name,
        }))
      return [at('bylines', setIfMissing(credits)), at('byline', unset())]
    },
  },
})
