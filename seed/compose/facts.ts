import type {
  CitedText,
  FuzzyDate,
  NameVariant,
  PlaceFact,
  StoryCitation,
  StoryRelation,
} from '../../sanity.types.ts'
import {locatePassage} from '../register/passages.ts'
import type {RegisterDate, RegisterPlaceFact, RegisterRelation} from '../register/registerSchema.ts'
import {referenceToKey} from './references.ts'
import type {Story} from './story.ts'
import {blockKey} from './story.ts'

type Keyed<Value> = Value & {_key: string}

/** The passages that a fact rests on. They cite the story weakly: it can be taken down. */
export function citations(story: Story, passages: readonly string[]): Keyed<StoryCitation>[] {
  return passages.map((passage, index) => {
    const located = locatePassage(story.article, passage)
    if (!located) throw new Error(`“${passage}” is not in the article; check the register first.`)
    return citation(story, located.paragraph, passage, index)
  })
}

/** One passage of the story as a source. */
export function citation(
  story: Story,
  paragraph: number,
  passage: string,
  index = 0,
): Keyed<StoryCitation> {
  return {
    _key: `c${index}`,
    _type: 'storyCitation',
    source: 'article',
    article: {_type: 'reference', _ref: story.register.article.id, _weak: true},
    blockKey: blockKey(paragraph),
    passage,
  }
}

export function fuzzyDate(date: RegisterDate): FuzzyDate {
  return {_type: 'fuzzyDate', ...date}
}

export function placeFact(story: Story, fact: RegisterPlaceFact): PlaceFact {
  const {place, certainty, passages} = fact
  return {
    _type: 'placeFact',
    place: referenceToKey(story, place),
    certainty,
    citations: citations(story, passages),
  }
}

export function citedText(
  story: Story,
  {text, passages}: {readonly text: string; readonly passages: readonly string[]},
): CitedText {
  return {_type: 'citedText', text, citations: citations(story, passages)}
}

export function nameVariants(
  names: readonly Pick<NameVariant, 'name' | 'kind'>[],
): Keyed<NameVariant>[] {
  return keyed('n', names, ({name, kind}) => ({_type: 'nameVariant', name, kind}))
}

export function relations(
  story: Story,
  stated: readonly RegisterRelation[],
): Keyed<StoryRelation>[] {
  return keyed('r', stated, ({to, passages, ...relation}) => ({
    _type: 'storyRelation',
    ...relation,
    to: referenceToKey(story, to),
    citations: citations(story, passages),
  }))
}

/** Array items with keys that stay the same from run to run: `r0`, `r1`. */
export function keyed<Item, Value extends object>(
  prefix: string,
  items: readonly Item[],
  toValue: (item: Item) => Value,
): Keyed<Value>[] {
  return items.map((item, index) => ({_key: `${prefix}${index}`, ...toValue(item)}))
}
