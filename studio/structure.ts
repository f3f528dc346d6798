import {LockIcon} from '@sanity/icons/Lock'
import type {StructureResolver} from 'sanity/structure'

import {maySeeConfidential} from './roles.ts'
import {allConfidential, allOf, workList, workLists} from './structureLists.ts'

/** What a newsroom keeps: stories first, then whom and what they name, each with its work lists. */
export const structure: StructureResolver = (S, {currentUser}) =>
  S.list()
    .title('Newsroom')
    .items([
      workLists(S, 'article', 'Stories', [
        workList(S, 'article', 'With suggestions', 'count(body[].markDefs[suggested == true]) > 0'),
        workList(S, 'article', 'Embargoed', 'dateTime(embargoUntil) > dateTime(now())'),
        workList(S, 'article', 'Corrected', 'count(corrections) > 0'),
        workList(S, 'article', 'Withdrawn', 'defined(withdrawal)'),
        workList(S, 'article', 'No byline', '!(count(bylines) > 0)'),
      ]),
      S.divider(),
      workLists(S, 'person', 'People', [
        workList(S, 'person', 'Named', 'naming in ["fullName", "mononym"]'),
        workList(S, 'person', 'Codename only', 'naming == "codename"'),
        workList(S, 'person', 'Suggested', 'suggested == true'),
      ]),
      allOf(S, 'unit', 'Units'),
      allOf(S, 'organisation', 'Organisations'),
      S.divider(),
      workLists(S, 'poll', 'Polls', [workList(S, 'poll', 'Disclosure gaps', DISCLOSURE_GAPS)]),
      allOf(S, 'place', 'Places'),
      ...(maySeeConfidential(currentUser)
        ? [
            S.divider(),
            S.listItem()
              .id('confidential')
              .title('Confidential')
              .icon(LockIcon)
              .child(
                S.list()
                  .title('Confidential')
                  .items([
                    allConfidential(S, 'desk', 'Desk notes'),
                    allConfidential(S, 'protectedIdentity', 'Protected identities'),
                  ]),
              ),
          ]
        : []),
    ])

/** Of what a poll should disclose, that which stories leave out most often. */
const DISCLOSURE_GAPS = ['sponsor', 'sampling', 'mode', 'sampleSize', 'weighting', 'marginOfError']
  .map((detail) => `!defined(disclosure.${detail})`)
  .join(' || ')
