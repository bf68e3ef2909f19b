import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProjectFolder } from '../../src/lib/project-folder.ts';

test('a folder whose name the build would misread is refused by the character', () => {
  for (const name of ['50% done', 'a%20b', 'a#b', 'a?b', 'a"b', 'a*b', 'a\\b', 'a:b'])
    assert.throws(
      () => checkProjectFolder(`/home/${name}/site`),
      (error: Error) =>
        error.message.startsWith(`/home/${name}/site: found "`) && /\n {4}hint: ./.test(error.message),
      name,
    );
});

test('other names are fine', () => {
  for (const path of ["/home/a b/中文/it's [a] (b) $c; {d} - é & ~/site", 'C:\\Users\\a b\\site'])
    checkProjectFolder(path);
});
