import {describe, expect, it} from 'vitest'

import {marksOf} from '../../schemas/confirmation.ts'
import {correctionPatches} from '../../studio/actions/correctionPatches.ts'
import {companionMutations} from '../../studio/actions/companion.ts'
import {
  alikeMentions,
  confirmPatch,
  decidedItems,
  excludedWords,
  removePatches,
} from '../../studio/actions/decisions.ts'
import {publishActions, publishingSet} from '../../studio/actions/publishingSet.ts'
import {mentionsName, namesOf, replaceNames} from '../../studio/forget/names.ts'
import {knownFrom} from '../../seed/known/known.ts'
import {toKnownRecord} from '../../seed/known/knownRecord.ts'
import {addMarks} from '../../studio/newStory/addMarks.ts'
import {readPastedStory, storyDocument} from '../../studio/newStory/storyFromText.ts'
import {suggestMarks} from '../../studio/newStory/suggestMarks.ts'
import {mayOnlyRead, maySeeConfidential} from '../../studio/roles.ts'

const ada = {_id: 'person-1', _type: 'person', name: 'Ada Quist', naming: 'fullName'}
const datasetOf = (...entities: object[]) =>
  knownFrom(entities.map((one) => toKnownRecord({...one})))
const known = {dataset: datasetOf(ada), notThis: [], items: []}
const body = storyDocument(readPastedStory('Fog\nAda Quist waits.\n'), 'x').body

describe('a pasted text', () => {
  it('has a headline and paragraphs, whatever ends its lines', () => {
    expect(readPastedStory('\uFEFF Fog \r\n\r\nOne.\u2028 Two. \n')).toEqual({
      title: 'Fog',
      paragraphs: ['One.', 'Two.'],
    })
  })

  it('gets an address in Latin letters, and none where it has no letters', () => {
    const slugOf = (title: string) => storyDocument({title, paragraphs: []}, 'x').slug
    expect(slugOf('It’s late, Łódź: no. 7')).toEqual({
      _type: 'slug',
      current: 'its-late-lodz-no-7',
    })
    expect(slugOf('…')).toEqual(undefined)
  })
})

describe('suggested marks', () => {
  it('look for names, not for codenames and descriptions of other stories', () => {
    const codename = {...ada, _id: 'person-2', name: 'Fox', naming: 'codename'}
    const described = {_id: 'o', _type: 'organisation', name: 'the army', naming: 'described'}
    const named = {...ada, alternateNames: [{name: 'Quist'}, {name: 'Wolf', kind: 'callSign'}]}
    const dataset = datasetOf(named, codename, described)
    expect(dataset.gazetteerFor('Ada Quist, Fox and the army')).toEqual([
      {entity: 'person-1', type: 'person', names: ['Ada Quist', 'Quist']},
    ])
  })

  it('keep the words, come with what suggested them, and leave alone what is marked', () => {
    const {blocks, items} = suggestMarks('Fog', body, known)
    expect(items).toEqual([
      {
        _key: 'p00-p00m0',
        _type: 'deskItem',
        blockKey: 'p00',
        key: 'p00m0',
        wording: 'Ada Quist',
        rule: 'known name',
        confidence: 'high',
      },
    ])
    expect(blocks.get('p00')).toEqual({
      markDefs: [
        {
          _key: 'p00m0',
          _type: 'mention',
          entity: {_type: 'reference', _ref: 'person-1'},
          suggested: true,
        },
      ],
      children: [
        {_key: 'p00s0', _type: 'span', text: 'Ada Quist', marks: ['p00m0']},
        {_key: 'p00s0-9', _type: 'span', text: ' waits.', marks: []},
      ],
    })
    const marked = {...body[0], ...blocks.get('p00')}
    expect(suggestMarks('Fog', [marked], known).items).toEqual([])
  })

  it('offer everybody else of the same name', () => {
    const other = {...ada, _id: 'person-2'}
    const {items} = suggestMarks('Fog', body, {...known, dataset: datasetOf(ada, other)})
    expect(items.map(({candidates}) => candidates)).toEqual([
      [{_key: 'person-2', _type: 'reference', _ref: 'person-2', _weak: true}],
    ])
  })

  it('are not made again of what an editor rejected or ruled out', () => {
    const rejected = {
      blockKey: 'p00',
      key: 'p00m0',
      wording: 'Ada Quist',
      choice: 'person-1',
      decision: 'rejected',
    }
    expect(suggestMarks('Fog', body, {...known, items: [rejected]}).items).toEqual([])
    const elsewhere = {...rejected, choice: 'person-2'}
    const {items} = suggestMarks('Fog', body, {...known, items: [elsewhere]})
    expect(items.map(({key}) => key)).toEqual(['p00m1'])
    const notThis = [{wording: 'Ada Quist', entity: {_ref: 'person-1'}}]
    expect(suggestMarks('Fog', body, {...known, notThis}).items).toEqual([])
    const quoted = storyDocument(readPastedStory('Fog\n“We will wait,” said Ada Quist.'), 'x').body
    const speakers = (excluded: typeof notThis) =>
      suggestMarks('Fog', quoted, {...known, notThis: excluded})
        .blocks.get('p00')
        ?.markDefs.map(({speaker, basis}) => [speaker, basis])
    expect(speakers([])?.[0]).toEqual([{_type: 'reference', _ref: 'person-1'}, 'name'])
    expect(speakers(notThis)).toEqual([[undefined, 'unattributed']])
  })

  it('may lie in marks of another kind', () => {
    const quotation = {_key: 'q', _type: 'quotation'}
    const block = {
      markDefs: [quotation],
      children: [{_key: 's', _type: 'span', text: '“Ada waits”', marks: ['q']}],
    }
    const mark = {_key: 'm', _type: 'mention'}
    expect(addMarks(block, [{start: 1, end: 4, mark}])).toEqual({
      markDefs: [quotation, mark],
      children: [
        {_key: 's', _type: 'span', text: '“', marks: ['q']},
        {_key: 's-1', _type: 'span', text: 'Ada', marks: ['q', 'm']},
        {_key: 's-4', _type: 'span', text: ' waits”', marks: ['q']},
      ],
    })
  })
})

describe('decisions about marks', () => {
  const marks = marksOf([
    {
      _key: 'p',
      markDefs: [{_key: 'm', _type: 'mention', entity: {_ref: 'person-1'}, suggested: true}],
      children: [{_key: 's', text: 'Ada', marks: ['m', 'strong']}],
    },
  ])

  it('take the suggestion, or the whole mark, off its words', () => {
    const mark = 'body[_key=="p"].markDefs[_key=="m"]'
    expect(confirmPatch(marks)).toEqual({unset: [`${mark}.suggested`]})
    expect(removePatches(marks)).toEqual([
      {set: {'body[_key=="p"].children[_key=="s"].marks': ['strong']}, unset: [mark]},
    ])
  })

  it('are kept with the words and the choice, in place of an earlier one', () => {
    const decision = {decision: 'confirmed', by: 'Jo', at: '2026-01-01'} as const
    const items = [{_key: 'k', blockKey: 'p', key: 'm', rule: 'known name'}]
    expect(decidedItems(items, marks, decision)).toEqual([
      {
        _type: 'deskItem',
        _key: 'k',
        rule: 'known name',
        blockKey: 'p',
        key: 'm',
        wording: 'Ada',
        choice: 'person-1',
        ...decision,
      },
    ])
  })

  it('are written to every companion of a story, or to a new one', () => {
    const ids = {story: 'article-1', newId: 'desk.2'}
    const change = () => ({notes: 'Read'})
    expect(companionMutations([{_id: 'desk.1'}, {_id: 'drafts.desk.1'}], ids, change)).toEqual([
      {patch: {id: 'desk.1', set: {notes: 'Read'}}},
      {patch: {id: 'drafts.desk.1', set: {notes: 'Read'}}},
    ])
    const subject = {_type: 'reference', _ref: 'article-1', _weak: true}
    expect(companionMutations([], ids, change)).toEqual([
      {createIfNotExists: {_id: 'desk.2', _type: 'desk', subject, notes: 'Read'}},
    ])
  })

  it('may be made once for all suggestions of the same words for the same one', () => {
    const [mention] = marks
    const body = [mention?.block, {...mention?.block, _key: 'q'}]
    const alike = mention && alikeMentions(body, mention)
    expect(alike?.map(({block}) => block['_key'])).toEqual(['p', 'q'])
    const excluded = mention && excludedWords([{wording: 'Bo'}], mention)
    expect(excluded?.map(({wording, entity}) => ({wording, entity}))).toEqual([
      {wording: 'Bo', entity: undefined},
      {wording: 'Ada', entity: {_type: 'reference', _ref: 'person-1', _weak: true}},
    ])
  })
})

describe('publishing a story with its new entities', () => {
  const stamps = {_createdAt: '', _updatedAt: '', _rev: 'r'}
  const draft = (id: string, type: string, ...refs: string[]) => ({
    ...stamps,
    _id: `drafts.${id}`,
    _type: type,
    refs: refs.map((_ref) => ({_ref})),
  })

  it('publishes those first whom others need, the story last and with its time', () => {
    const story = draft('story', 'article', 'a', 'out')
    const drafts = [story, draft('a', 'person', 'b'), draft('b', 'unit', 'a'), draft('out', 'unit')]
    const published = new Set(['out'])
    const set = publishingSet(story, drafts, published)
    expect(set.map(({_id}) => _id)).toEqual(['drafts.b', 'drafts.a', 'drafts.story'])
    expect(publishActions(set.slice(1), {published, now: 'now'})).toEqual([
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.a',
        publishedId: 'a',
        ifDraftRevisionId: 'r',
      },
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.story',
        publishedId: 'story',
        patch: {setIfMissing: {publishedAt: 'now'}},
      },
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.story',
        publishedId: 'story',
      },
    ])
  })
})

describe('a correction', () => {
  it('repeats the old wording only where it does no harm', () => {
    const given = {date: '2026-01-01', text: ' Right. ', before: 'Wrong', after: ' '}
    const item = (kind: string) => correctionPatches({...given, kind}, 'k')[1]
    const shared = {_type: 'storyCorrection', _key: 'k', date: '2026-01-01', text: 'Right.'}
    expect(item('correction')).toEqual({
      insert: {after: 'corrections[-1]', items: [{...shared, kind: 'correction', before: 'Wrong'}]},
    })
    expect(item('safety')).toEqual({
      insert: {after: 'corrections[-1]', items: [{...shared, kind: 'safety'}]},
    })
  })
})

describe('names', () => {
  it('are found in words, addresses and across marks, short ones as whole words only', () => {
    const words = namesOf([{...ada, alternateNames: [{name: 'Ada'}, {name: 'Q'}]}])
    expect(words).toEqual(['Ada Quist', 'Ada'])
    expect(mentionsName({slug: 'ada-quist-speaks'}, words)).toBe(true)
    expect(mentionsName(['Canada', 'Adam'], words)).toBe(false)
    const spans = [
      {_type: 'span', text: 'A'},
      {_type: 'span', text: 'da'},
    ]
    expect(mentionsName({children: spans}, words)).toBe(true)
    expect(replaceNames('ADA QUIST, Canada', words, 'a source')).toBe('a source, Canada')
  })
})

describe('confidential lists', () => {
  it('are for editors and administrators', () => {
    const user = (name: string) => ({roles: [{name, title: name}]})
    expect(
      ['viewer', 'editor', 'administrator'].map((role) => maySeeConfidential(user(role))),
    ).toEqual([false, true, true])
    expect(maySeeConfidential(null)).toBe(false)
  })

  it('leave those who only read with Studio’s own actions', () => {
    const user = (...names: string[]) => ({roles: names.map((name) => ({name, title: name}))})
    const users = [user('viewer'), user('viewer', 'editor'), user('correspondent'), null]
    expect(users.map(mayOnlyRead)).toEqual([true, false, false, true])
  })
})
