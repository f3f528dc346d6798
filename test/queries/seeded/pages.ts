import {noNumber} from '../expected.ts'
import {
  armedForces,
  belarus,
  brodik,
  cited,
  donbas,
  freeBelarusCentre,
  government,
  inferred,
  korotkevich,
  kremlin,
  listedStory,
  lukashenko,
  navalny,
  pahonia,
  prokopiev,
  regiment,
  relation,
  russia,
  stated,
  ukraine,
} from './entries.ts'

/** An armed unit. */
export const pahoniaPage = {
  ...pahonia,
  alternateNames: [],
  externalIds: [],
  kind: 'battalion',
  kindWording: 'official volunteer unit of Ukraine’s armed forces',
  fightsFor: {
    place: ukraine,
    ...stated([
      'p05',
      'They have been sworn in as an official volunteer unit of Ukraine’s armed forces',
    ]),
  },
  deployments: [
    {
      _key: 'd0',
      place: null,
      wording: 'the frontline',
      status: 'active',
      from: null,
      to: null,
      ...stated([
        'p14',
        'has sent its first troops to the frontline and on missions in the Donbas',
      ]),
    },
    {
      _key: 'd1',
      place: donbas,
      wording: 'missions in the Donbas',
      status: 'active',
      from: null,
      to: null,
      ...stated([
        'p14',
        'has sent its first troops to the frontline and on missions in the Donbas',
      ]),
    },
  ],
  strength: [
    {
      _key: 's0',
      value: {
        ...noNumber,
        wording: 'hundreds of members',
        qualifier: 'orderOfMagnitude',
        unit: 'members',
      },
      asOf: {value: '2022', wording: null, basis: 'derived'},
      ...stated(['p13', 'His battalion has attracted hundreds of members']),
    },
  ],
  aims: [
    {
      _key: 'a0',
      text: 'liberating their own land from Lukashenko’s dictatorial grip',
      ...cited([
        'p15',
        'The Pahonia soldiers dream of one day liberating their own land from Lukashenko’s dictatorial grip.',
      ]),
    },
  ],
  compositionNationalities: [
    {_key: 'n0', place: belarus, ...stated(['p03', 'a battalion of fellow Belarusian dissidents'])},
  ],
  composition: ['foot soldiers', '“special operatives”', 'cyber experts', 'paramedics'],
  nameOrigin: {
    text: 'after a pre-Soviet national emblem of Belarus',
    ...cited(['p14', 'Christened Pahonia, after a pre-Soviet national emblem of Belarus']),
  },
  formedOn: null,
  disbandedOn: null,
  relations: [
    {
      ...relation('r0', 'partOf'),
      status: 'current',
      to: armedForces,
      ...stated(
        ['p05', 'They have been sworn in as an official volunteer unit of Ukraine’s armed forces'],
        [
          'p14',
          'the battalion has been sworn in as an official volunteer unit of Ukraine’s armed forces',
        ],
      ),
    },
    {
      ...relation('r1', 'opposes'),
      to: lukashenko,
      ...stated([
        'p15',
        'The Pahonia soldiers dream of one day liberating their own land from Lukashenko’s dictatorial grip.',
      ]),
    },
  ],
  inverseRelations: [
    {
      ...relation('r0', 'founderOf'),
      from: prokopiev,
      ...stated(
        ['p03', 'he has now formed a battalion of fellow Belarusian dissidents'],
        ['p14', 'Christened Pahonia, after a pre-Soviet national emblem of Belarus, the battalion'],
      ),
    },
    {
      ...relation('r1', 'leads'),
      status: 'current',
      from: prokopiev,
      ...inferred(
        ['p13', 'His battalion has attracted hundreds of members'],
        ['p19', 'Prokopiev and his soldiers partly blame Western leaders'],
      ),
    },
  ],
  quotations: [],
  storyCount: 1,
  stories: [listedStory],
}

/** An organisation with a purpose. */
export const centrePage = {
  ...freeBelarusCentre,
  alternateNames: [],
  externalIds: [],
  naming: 'named',
  kind: 'civilSociety',
  disambiguation: null,
  country: null,
  location: null,
  purpose: [
    {
      _key: 'u0',
      text: 'supports Belarus exiles in Ukraine',
      ...cited(['p31', 'the Free Belarus Centre, which supports Belarus exiles in Ukraine']),
    },
  ],
  metonymFor: null,
  isStateBody: false,
  foundedOn: null,
  dissolvedOn: null,
  relations: [],
  inverseRelations: [
    {
      ...relation('r0', 'roleIn'),
      role: 'co-ordinator',
      status: 'current',
      from: brodik,
      ...stated(['p31', 'Palina Brodik, co-ordinator of the Free Belarus Centre']),
    },
  ],
  quotations: [],
  storyCount: 1,
  stories: [listedStory],
}

/** An organisation that is called by the name of its seat. */
export const kremlinPage = {
  ...kremlin,
  alternateNames: [],
  externalIds: [],
  naming: 'named',
  kind: 'government',
  disambiguation: null,
  country: null,
  location: null,
  purpose: [],
  metonymFor: {
    place: russia,
    ...inferred(
      [
        'p07',
        'relied on Putin’s support to survive a wave of mass protests and strikes that followed a disputed presidential election two years ago this month. His fortunes remain tightly bound to the Kremlin.',
      ],
      ['p26', 'The Kremlin’s Russia'],
    ),
  },
  isStateBody: false,
  foundedOn: null,
  dissolvedOn: null,
  relations: [],
  inverseRelations: [
    {
      ...relation('r2', 'alliedWith'),
      from: lukashenko,
      ...inferred(
        ['p07', 'His fortunes remain tightly bound to the Kremlin'],
        ['p01', 'Belarus, a Russian ally used as a launchpad for President Putin’s attacks'],
      ),
    },
    {
      ...relation('r0', 'opposes'),
      from: navalny,
      ...stated(['p24', 'Alexei Navalny, the jailed Kremlin critic']),
    },
  ],
  quotations: [],
  storyCount: 1,
  stories: [listedStory],
}

/** A country. */
export const belarusPage = {
  ...belarus,
  alternateNames: [],
  externalIds: [],
  kind: 'country',
  geopoint: null,
  within: null,
  contains: [],
  tiedTo: [regiment, korotkevich, lukashenko, pahonia, prokopiev, government],
  storyCount: 1,
  stories: [listedStory],
}
