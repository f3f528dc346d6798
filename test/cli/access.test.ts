import {expect, it} from 'vitest'

import {runCommand, startCommand} from '../support/command.ts'
import {logIn} from '../support/logIn.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor} from '../support/testLake.ts'

it('access lists who read protected documents, by the role that Studio logs in with', async () => {
  const directory = temporaryDirectory()
  const data = ['--data', directory]
  const lake = startCommand(['lake', '--port', '0', '--login', 'editor', ...data])
  const [, url = ''] = await lake.printed(/listening on (\S+)/)
  const editor = clientFor(url, await logIn(url, 'http://localhost:3333'))
  await editor.create({_id: 'protected.1', _type: 'x', vault: 'safe 3'}, {returnDocuments: false})
  await editor.getDocument('protected.1')
  const listed = await runCommand(['access', ...data])
  expect(listed.stdout).toMatch(
    /^\S+Z {2}Editor \(editor\) {2}document {2}production {2}protected\.1\n$/,
  )
  const narrowed = await runCommand(['access', '--document', 'protected.2', '--json', ...data])
  expect(JSON.parse(narrowed.stdout)).toEqual([])
  const wrong = await runCommand(['lake', '--login', 'boss', ...data])
  expect([wrong.exitCode, wrong.stderr]).toEqual([
    1,
    expect.stringContaining('--login takes viewer, editor or administrator, not "boss".'),
  ])
})
