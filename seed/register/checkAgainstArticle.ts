import type {Extraction} from '../extract/extract.ts'
import type {Problem} from '../validate/problem.ts'
import {findingsOf} from './pollFindingsOf.ts'
import {figureIn} from './figureIn.ts'
import {locatePassage, passageProblem} from './passages.ts'
import type {Part} from './registerParts.ts'
import {passagesOf, printedWordsOf} from './registerParts.ts'
import type {Register} from './registerSchema.ts'

/** Checks that everything a register takes from its article is printed there. */
export function checkAgainstArticle(
  register: Register,
  article: Extraction,
  file: string,
): Problem[] {
  return [
    ...passagesOf(register).flatMap(({path, value}) => {
      const problem = passageProblem(article, value)
      return problem === undefined ? [] : [{path, value: problem}]
    }),
    ...printedWordsOf(register).flatMap(({path, value}) =>
      article.text.includes(value)
        ? []
        : [{path, value: `“${value}” is not in the article; use its own words`}],
    ),
    ...names(register, article),
    ...numbers(register, article),
    ...ages(register),
    ...polls(register, article),
  ].map(({path, value}) => ({where: file, path, message: value}))
}

type Finding = Part<string>

/** Every name stands in the article, and stands there for its entity at least once. */
function names(register: Register, article: Extraction): Finding[] {
  return register.entities.flatMap((entity) => {
    const at = `entities[${entity.key}]`
    const listed = [
      {path: `${at}.name`, value: entity.name},
      ...entity.otherNames.map(({name}, index) => ({
        path: `${at}.otherNames[${index}].name`,
        value: name,
      })),
    ]
    const missing = listed.filter(({value}) => !article.text.includes(value))
    const mentioned = article.mentions.some((mention) => mention.entity === entity.id)
    return [
      ...missing.map(({path, value}) => ({
        path,
        value: `“${value}” is not in the article; use a name that it prints`,
      })),
      ...(missing.length === 0 && !mentioned
        ? [
            {
              path: `${at}.name`,
              value: 'no mention of it was found in the article; check its names',
            },
          ]
        : []),
    ]
  })
}

/** Ages and strengths take their number from the article, so their passage must hold just one. */
function numbers(register: Register, article: Extraction): Finding[] {
  const wanted = register.entities.flatMap((entity) => {
    const at = `entities[${entity.key}]`
    if (entity.type === 'person' && entity.age) return [{path: `${at}.age`, value: entity.age}]
    if (entity.type !== 'unit') return []
    return entity.strength.map((value, index) => ({path: `${at}.strength[${index}]`, value}))
  })
  return wanted.flatMap(({path, value}) => {
    const [first] = value.passages
    const isPrinted = first !== undefined && locatePassage(article, first) !== undefined
    if (!isPrinted || figureIn(article, first)) return []
    return [
      {
        path: `${path}.passages[0]`,
        value: `“${first}” must hold one number, the one that is meant; quote other words`,
      },
    ]
  })
}

/** An age is true of one time only: that of the reporting. */
function ages(register: Register): Finding[] {
  if (register.article.reportedDate) return []
  return register.entities.flatMap((entity) =>
    entity.type === 'person' && entity.age
      ? [
          {
            path: `entities[${entity.key}].age`,
            value: 'an age needs the time of reporting; add article.reportedDate',
          },
        ]
      : [],
  )
}

function polls(register: Register, article: Extraction): Finding[] {
  return register.polls.flatMap((poll, index) => {
    const printed = poll.passages.every((passage) => locatePassage(article, passage))
    if (!printed || findingsOf(article, register, poll).length > 0) return []
    const message =
      'no finding was recognised behind these passages; quote the words that introduce the poll'
    return [{path: `polls[${index}].passages`, value: message}]
  })
}
