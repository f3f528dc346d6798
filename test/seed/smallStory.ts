/** A story of three paragraphs, for tests that change one thing in it. */
export const smallArticle = `Fog over Norland
Ada Quist, 50, leads the Harbour Guard, a battalion in Norland.
The Guard has hundreds of members. “It is late,” Quist said. A sailor, codename Fox, agreed.
One poll in May by a student found that 60 per cent of voters backed the bridge.
`

/** Its register as a plain value, made anew for each test. */
export function smallRegister() {
  return {
    article: {id: 'article-0000000001', language: 'en', genre: 'news', about: ['quist']},
    entities: [
      {
        key: 'quist',
        type: 'person',
        id: 'person-0000000001',
        name: 'Ada Quist',
        naming: 'fullName',
        otherNames: [{name: 'Quist', kind: 'shortForm'}],
        relations: [
          {type: 'leads', to: 'guard', passages: ['Ada Quist, 50, leads the Harbour Guard']},
        ],
      },
      {
        key: 'fox',
        type: 'person',
        id: 'person-0000000002',
        name: 'Fox',
        naming: 'codename',
        protection: {
          basis: 'notStated',
          publicWording: 'a sailor',
          passages: ['A sailor, codename Fox'],
        },
      },
      {
        key: 'guard',
        type: 'unit',
        id: 'unit-0000000001',
        name: 'Harbour Guard',
        kind: 'battalion',
        strength: [{passages: ['The Guard has hundreds of members']}],
      },
      {
        key: 'norland',
        type: 'place',
        id: 'place-0000000001',
        name: 'Norland',
        kind: 'country',
      },
    ],
    polls: [
      {
        id: 'poll-0000000001',
        title: 'Poll on the bridge',
        pollsterWording: 'a student',
        fieldwork: {value: 'XXXX-05', wording: 'in May'},
        places: ['norland'],
        passages: ['One poll in May by a student found'],
      },
    ],
  }
}
